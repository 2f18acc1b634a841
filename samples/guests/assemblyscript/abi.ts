// The canonical ABI as far as a guest needs it: where values lie in memory, and who frees them.
//
// Flat values arrive as parameters of the exported function. A list is a pointer and a count, a string a pointer and a
// count of UTF-16 code units (the component is embedded with --string-encoding utf16, so strings are AssemblyScript's
// own), an option, result or variant its discriminant and the joined values of its cases. What does not fit into one
// flat result is written into a return area, and the function gives its address: type Returned.
//
// Memory is freed after a call and never during one: the compiler runs with `--runtime minimal`, which collects garbage
// only when told to. So neither what the host lowered into this memory nor what a result points to can go away before
// the host has lifted the result and calls the function's post-return.

/** The address of a return area. The transform component.mjs gives every export of this type a post-return. */
export type Returned = usize;

/** Room for the largest result, in bytes. Raise it for a record that needs more: nothing checks it. */
// @ts-ignore: decorator
@inline const AREA_SIZE: i32 = 128;

const area = memory.data(AREA_SIZE, 8);

/** The allocator that the host lowers strings and lists with. Blocks are aligned for every type of WIT. */
export function cabi_realloc(old: usize, oldSize: usize, alignment: usize, size: usize): usize {
  return old == 0 ? __new(size, idof<ArrayBuffer>()) : __renew(old, size);
}

/** Frees what the call has allocated: the host's arguments, the result, and what was made on the way. */
export function cabi_post(result: Returned): void {
  free();
}

/** Does so for a function without a post-return. To be called last: nothing that it has on the heap is left. */
export function free(): void {
  __collect();
}

/** The string that the host lowered to this place. */
export function text(pointer: usize, codeUnits: usize): string {
  return String.UTF16.decodeUnsafe(pointer, codeUnits << 1);
}

/** The start of the return area. There is one, so one result can be written at a time. */
export function returning(): Place {
  return new Place(area);
}

/**
 * A place in memory that moves on as values are read or written one after the other. Each lies at the next address that
 * its size divides, which is how the canonical ABI lays out a record of such values.
 */
@final
export class Place {
  constructor(private next: usize) {}

  /** Moves to the next multiple of a power of two: the payload of a variant begins at the alignment of its widest case. */
  align(alignment: usize): this {
    this.next = (this.next + alignment - 1) & ~(alignment - 1);
    return this;
  }

  put<T>(value: T): this {
    this.align(sizeof<T>());
    store<T>(this.next, value);
    this.next += sizeof<T>();
    return this;
  }

  /** Writes a string's place; its bytes are lifted from where they are. */
  putText(value: string): this {
    return this.put(changetype<usize>(value)).put(value.length);
  }

  get<T>(): T {
    this.align(sizeof<T>());
    const value = load<T>(this.next);
    this.next += sizeof<T>();
    return value;
  }

  getText(): string {
    const pointer = this.get<usize>();
    return text(pointer, this.get<usize>());
  }

  /** Ends a result. */
  end(): Returned {
    return area;
  }
}
