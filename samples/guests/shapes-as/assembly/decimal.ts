// Floating-point numbers as text: the fewest digits that are read back as the same number, and of those the nearest.
// No exponent, and no point without a fraction. AssemblyScript's own toString has another form, and its algorithm finds
// one digit too many for one number in a thousand. This is the one of Burger and Dybvig ("Printing floating-point
// numbers quickly and accurately", 1996), which needs nothing but natural numbers of some 1,200 bits.

import { Natural } from "./natural";

export function decimal<T extends number>(value: T): string {
  if (isNaN(value)) {
    return "NaN";
  }
  const sign = reinterpret<i64>(<f64>value) < 0 ? "-" : "";
  if (value == 0) {
    return sign + "0";
  }
  return sign + (isFinite(value) ? positive(value) : "inf");
}

/** Takes the number apart: value = mantissa * 2^exponent; the sign is left behind. */
function positive<T extends number>(value: T): string {
  const width: u64 = sizeof<T>() == 4 ? 23 : 52;
  const bits: u64 = sizeof<T>() == 4 ? reinterpret<u32>(<f32>value) : reinterpret<u64>(<f64>value);
  const fraction = bits & ((<u64>1 << width) - 1);
  const biased = <i32>(bits >> width) & (sizeof<T>() == 4 ? 0xff : 0x7ff);
  const mantissa = biased == 0 ? fraction : fraction | (<u64>1 << width);
  const exponent = max(biased, 1) - <i32>width - (sizeof<T>() == 4 ? 127 : 1023);
  return new Shortest(mantissa, exponent, fraction == 0 && biased > 1).toString();
}

/** Generates the digits of value = rest / whole, within half the distances to the numbers below and above. */
@final
class Shortest {
  private rest: Natural;
  private whole: Natural;
  private below: Natural;
  private above: Natural;

  /** Whether a number just between two is read as this one: what is read is rounded to even. */
  private inclusive: bool;

  /** @param uneven whether the number below is half as far away as the one above */
  constructor(private mantissa: u64, private exponent: i32, uneven: bool) {
    const twice: u64 = uneven ? 4 : 2;
    this.inclusive = (mantissa & 1) == 0;
    this.rest = new Natural(mantissa * twice).timesPower(2, exponent);
    this.whole = new Natural(twice).timesPower(2, -exponent);
    this.below = new Natural(1).timesPower(2, exponent);
    this.above = new Natural(twice >> 1).timesPower(2, exponent);
  }

  toString(): string {
    const point = this.scale();
    const digits = this.digits();
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point < digits.length
      ? digits.substring(0, point) + "." + digits.substring(point)
      : digits + "0".repeat(point - digits.length);
  }

  /** Scales the value below one, and gives the number of digits before the point; one too few is found by looking. */
  private scale(): i32 {
    const highestBit = 63 - <i32>clz(this.mantissa) + this.exponent;
    const point = <i32>Math.ceil(<f64>highestBit * Math.LOG10E * Math.LN2 - 1e-10);
    this.whole.timesPower(10, point);
    this.timesPower(10, -point);
    if (!this.reachesNext()) {
      return point;
    }
    this.whole.times(10);
    return point + 1;
  }

  private timesPower(base: u32, exponent: i32): void {
    this.rest.timesPower(base, exponent);
    this.below.timesPower(base, exponent);
    this.above.timesPower(base, exponent);
  }

  private digits(): string {
    let digits = "";
    while (true) {
      this.timesPower(10, 1);
      const digit = this.rest.divide(this.whole);
      const low = this.reachesDigit();
      const high = this.reachesNext();
      if (low || high) {
        return digits + (digit + <u32>(high && (!low || this.isNearerToNext()))).toString();
      }
      digits += digit.toString();
    }
  }

  /** Whether the digits so far, with nothing after them, are read as the value. */
  private reachesDigit(): bool {
    const order = this.rest.compare(this.below);
    return order < 0 || (this.inclusive && order == 0);
  }

  /** Whether they are if the last is one more. */
  private reachesNext(): bool {
    const order = this.rest.plus(this.above).compare(this.whole);
    return order > 0 || (this.inclusive && order == 0);
  }

  private isNearerToNext(): bool {
    return this.rest.plus(this.rest).compare(this.whole) >= 0;
  }
}
