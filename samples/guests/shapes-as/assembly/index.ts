// Every kind of value across the border, in both directions.

// The interfaces of the world: each is the module of its name, and exports the functions.
import "./compute";
import "./echo";

// The functions at the top level of the world are those of the interface `compute`.
export { add, divide, scale, scaleLong, upper } from "./compute";

export { cabi_post, cabi_realloc } from "../../assemblyscript/abi";
