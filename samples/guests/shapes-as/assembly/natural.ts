/** A natural number below 2^1280, in limbs of 32 bits, the lowest first. Methods change it unless they say otherwise. */
@final
export class Natural {
  private static readonly LIMBS: i32 = 40;

  private limbs: StaticArray<u32> = new StaticArray<u32>(Natural.LIMBS);

  constructor(value: u64) {
    this.limbs[0] = <u32>value;
    this.limbs[1] = <u32>(value >> 32);
  }

  times(factor: u32): this {
    let carry: u64 = 0;
    for (let i = 0; i < Natural.LIMBS; i++) {
      carry += <u64>this.limbs[i] * factor;
      this.limbs[i] = <u32>carry;
      carry >>= 32;
    }
    return this;
  }

  /** Multiplies with base^exponent; an exponent below zero is taken as zero. */
  timesPower(base: u32, exponent: i32): this {
    for (let i = 0; i < exponent; i++) {
      this.times(base);
    }
    return this;
  }

  /** Gives the sum as a new number. */
  plus(other: Natural): Natural {
    const sum = new Natural(0);
    let carry: u64 = 0;
    for (let i = 0; i < Natural.LIMBS; i++) {
      carry += <u64>this.limbs[i] + other.limbs[i];
      sum.limbs[i] = <u32>carry;
      carry >>= 32;
    }
    return sum;
  }

  /** Gives the quotient, which is small, and keeps the remainder. */
  divide(divisor: Natural): u32 {
    let quotient: u32 = 0;
    while (this.compare(divisor) >= 0) {
      this.minus(divisor);
      quotient++;
    }
    return quotient;
  }

  private minus(other: Natural): void {
    let borrow: u64 = 0;
    for (let i = 0; i < Natural.LIMBS; i++) {
      const difference = <u64>this.limbs[i] - other.limbs[i] - borrow;
      this.limbs[i] = <u32>difference;
      borrow = difference >> 63;
    }
  }

  /** Gives a number below, equal to or above zero, as this one is compared to the other. */
  compare(other: Natural): i32 {
    for (let i = Natural.LIMBS - 1; i >= 0; i--) {
      if (this.limbs[i] != other.limbs[i]) {
        return this.limbs[i] < other.limbs[i] ? -1 : 1;
      }
    }
    return 0;
  }
}
