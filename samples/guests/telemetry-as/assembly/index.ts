// The telemetry guest in AssemblyScript.

import { Returned, returning } from "../../assemblyscript/abi";

export { cabi_post, cabi_realloc } from "../../assemblyscript/abi";

const MASK: u8 = 0xaa;
const OK: u8 = 0;
const ERROR: u8 = 1;

// @ts-ignore: decorator
@external("local:telemetry/logger", "log")
declare function log(level: usize, levelLength: usize, message: usize, messageLength: usize): void;

function say(level: string, message: string): void {
  log(changetype<usize>(level), level.length, changetype<usize>(message), message.length);
}

// The payload belongs to this call, so it is masked where it lies.
export function handleData(payload: usize, length: usize): Returned {
  say("info", "Initiating telemetry payload processing");
  if (length == 0) {
    return returning().put(ERROR).align(4).putText("Payload cannot be empty").end();
  }
  for (let i: usize = 0; i < length; i++) {
    store<u8>(payload + i, load<u8>(payload + i) ^ MASK);
  }
  say("debug", "Payload obfuscation complete");
  return returning().put(OK).put(payload).put(length).end();
}
