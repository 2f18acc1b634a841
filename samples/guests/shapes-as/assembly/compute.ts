// The interface `compute`: small functions with one obvious answer each.

import { Place, Returned, free, returning, text } from "../../assemblyscript/abi";
import { decimal } from "./decimal";

const OK: u8 = 0;
const ERROR: u8 = 1;

/** The cases of variant `shape`. */
enum Shape { Circle, Rectangle, Square, Point }

export function scale(v: f64): f64 {
  return v * 2 + 1;
}

export function scaleLong(v: i64): i64 {
  return v * 2 + 1;
}

export function add(a: i32, b: i32): i32 {
  return a + b;
}

export function upper(s: usize, length: usize): Returned {
  return returning().putText(text(s, length).toUpperCase()).end();
}

export function concat(a: usize, aLength: usize, b: usize, bLength: usize): Returned {
  return returning().putText(text(a, aLength) + text(b, bLength)).end();
}

/** The one function that is given memory and returns none: it frees the list itself. */
export function sumList(xs: usize, count: usize): i64 {
  const place = new Place(xs);
  let sum: i64 = 0;
  for (let i: usize = 0; i < count; i++) {
    sum += place.get<i64>();
  }
  free();
  return sum;
}

export function divide(a: i64, b: i64): Returned {
  if (b == 0) {
    return failure("division by zero");
  }
  if (a == i64.MIN_VALUE && b == -1) {
    return failure("overflow");
  }
  return returning().put(OK).put(a / b).end();
}

function failure(message: string): Returned {
  return returning().put(ERROR).align(8).putText(message).end();
}

export function coalesceOption(some: bool, a: i32, b: i32): i32 {
  return some ? a : b;
}

/** Twenty flat values are too many for parameters: the host lowers them as a record. */
export function many(parameters: usize): Returned {
  const place = new Place(parameters);
  const values = [
    place.get<bool>().toString(), place.get<i8>().toString(), place.get<u8>().toString(), place.get<i16>().toString(),
    place.get<u16>().toString(), place.get<i32>().toString(), place.get<u32>().toString(), place.get<i64>().toString(),
    place.get<u64>().toString(), decimal(place.get<f32>()), decimal(place.get<f64>()),
    String.fromCodePoint(place.get<u32>()), place.getText(), place.get<bool>().toString(), place.get<i32>().toString(),
    place.get<i64>().toString(), decimal(place.get<f64>()), place.getText(),
  ];
  return returning().putText(values.join(",")).end();
}

export function swap(a: u32, b: usize, length: usize): Returned {
  return returning().put(b).put(length).put(a).end();
}

export function countSet(f: u32): u32 {
  return popcnt(f);
}

/** The joined value is the bits of a radius, a width or a side. */
export function area(which: i32, joined: u64, height: f64): f64 {
  switch (which) {
    case Shape.Circle: return Math.PI * reinterpret<f64>(joined) * reinterpret<f64>(joined);
    case Shape.Rectangle: return reinterpret<f64>(joined) * height;
    case Shape.Square: return square(reinterpret<f32>(<u32>joined));
    default: return 0;
  }
}

function square(side: f64): f64 {
  return side * side;
}
