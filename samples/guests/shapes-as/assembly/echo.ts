// The interface `echo`: what comes in goes out.
//
// Nothing is copied but the flat values: a list or a string that the host lowered into this memory is lifted by the host
// from where it lies, whatever is in it, because elements of a list look the same in both directions. Payloads are read
// and written with the low byte first, so the joined value of a variant's cases is written as one number: its low bytes
// are the payload of the narrower cases.

import { Returned, returning } from "../../assemblyscript/abi";

const ERROR: u8 = 1;
const TEXT: u8 = 5; // the case of variant `number`

// Values that are one flat value, and flags and enums, which are as well.

export function echoBool(x: bool): bool { return x; }
export function echoS8(x: i8): i8 { return x; }
export function echoS16(x: i16): i16 { return x; }
export function echoS32(x: i32): i32 { return x; }
export function echoS64(x: i64): i64 { return x; }
export function echoU8(x: u8): u8 { return x; }
export function echoU16(x: u16): u16 { return x; }
export function echoU32(x: u32): u32 { return x; }
export function echoU64(x: u64): u64 { return x; }
export function echoF32(x: f32): f32 { return x; }
export function echoF64(x: f64): f64 { return x; }
export {
  echoBool as echoTupleSingle,
  echoU8 as echoColour,
  echoU8 as echoPermissions,
  echoU16 as echoMonths,
  echoU32 as echoBits,
  echoU32 as echoChar,
  echoU32 as echoSensors,
};

/** `ok` and `err` without payloads are the discriminant alone. */
export { echoU8 as echoResultBare };

// Strings and lists of everything: a place and a count.

export function echoString(pointer: usize, count: usize): Returned {
  return returning().put(pointer).put(count).end();
}

export {
  echoString as echoListBool,
  echoString as echoListChar,
  echoString as echoListF64,
  echoString as echoListListS32,
  echoString as echoListListString,
  echoString as echoListNumber,
  echoString as echoListOptionS32,
  echoString as echoListPoint,
  echoString as echoListReading,
  echoString as echoListResult,
  echoString as echoListS32,
  echoString as echoListString,
  echoString as echoListU64,
  echoString as echoListU8,
};

// Records and tuples: one field after the other.

export function echoPoint(x: f64, y: f64): Returned {
  return returning().put(x).put(y).end();
}

export function echoSegment(startX: f64, startY: f64, endX: f64, endY: f64): Returned {
  return returning().put(startX).put(startY).put(endX).put(endY).end();
}

export function echoReading(
  device: usize, deviceLength: usize, at: u64, value: f32, x: f64, y: f64, colour: u8, valid: bool,
  hasNote: bool, note: usize, noteLength: usize, tags: usize, tagCount: usize, checksum: u8,
): Returned {
  return returning().put(device).put(deviceLength).put(at).put(value).put(x).put(y).put(colour).put(valid)
    .align(4).put(hasNote).put(note).put(noteLength).put(tags).put(tagCount).put(checksum).end();
}

export function echoTuplePair(number: i32, pointer: usize, length: usize): Returned {
  return returning().put(number).put(pointer).put(length).end();
}

export function echoTupleMixed(a: u8, b: u64, c: f32, d: i16): Returned {
  return returning().put(a).put(b).put(c).put(d).end();
}

// Options and results: the discriminant, then the payload, which is there for the host to skip when the case has none.

export function echoOptionBool(some: bool, x: bool): Returned {
  return returning().put(some).put(x).end();
}

export function echoOptionS32(some: bool, x: i32): Returned {
  return returning().put(some).put(x).end();
}

export function echoOptionS64(some: bool, x: i64): Returned {
  return returning().put(some).put(x).end();
}

export function echoOptionF64(some: bool, x: f64): Returned {
  return returning().put(some).put(x).end();
}

export function echoOptionString(some: bool, pointer: usize, count: usize): Returned {
  return returning().put(some).put(pointer).put(count).end();
}

export function echoOptionPoint(some: bool, x: f64, y: f64): Returned {
  return returning().put(some).put(x).put(y).end();
}

export function echoOptionReading(
  some: bool,
  device: usize, deviceLength: usize, at: u64, value: f32, x: f64, y: f64, colour: u8, valid: bool,
  hasNote: bool, note: usize, noteLength: usize, tags: usize, tagCount: usize, checksum: u8,
): Returned {
  return returning().put(some)
    .align(8).put(device).put(deviceLength).put(at).put(value).put(x).put(y).put(colour).put(valid)
    .align(4).put(hasNote).put(note).put(noteLength).put(tags).put(tagCount).put(checksum).end();
}

export function echoOptionOptionS32(some: bool, inner: bool, x: i32): Returned {
  return returning().put(some).align(4).put(inner).put(x).end();
}

/** The joined value holds the number, or the error's place; the error's length comes after it. */
export function echoResult(isError: u8, joined: i64, length: usize): Returned {
  const payload = returning().put(isError).align(8);
  return isError == ERROR
    ? payload.put(<usize>joined).put(length).end()
    : payload.put(joined).end();
}

export {
  echoOptionS64 as echoResultValue,
  echoOptionString as echoOptionListU8,
  echoOptionString as echoResultError,
};

// Variants: as results, with more cases.

/** A radius or a width and a height; 32 bits of the joined value are a side. */
export function echoShape(which: u8, joined: i64, height: f64): Returned {
  return returning().put(which).put(joined).put(height).end();
}

export function echoNumber(which: u8, joined: i64, length: usize): Returned {
  const payload = returning().put(which).align(8);
  return which == TEXT
    ? payload.put(<usize>joined).put(length).end()
    : payload.put(joined).end();
}

export { echoOptionS32 as echoWord };
