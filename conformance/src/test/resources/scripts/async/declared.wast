;; Asynchronous types and built-ins may be declared by a component that does not use them.
(component definition $Declares
  (import "host" (instance))
  (type $bytes (stream u8))
  (type $answer (future u32))
  (canon stream.new $bytes (core func $stream.new))
  (canon future.new $answer (core func $future.new))
  (canon backpressure.inc (core func $inc))
  (canon waitable-set.new (core func $set.new))
  (canon subtask.drop (core func $subtask.drop))
  (core module $M
    (import "" "stream.new" (func $stream.new (result i64)))
    (import "" "future.new" (func $future.new (result i64)))
    (import "" "inc" (func $inc))
    (import "" "set.new" (func $set.new (result i32)))
    (import "" "subtask.drop" (func $subtask.drop (param i32)))
    (func (export "f") (result i32) (i32.const 11))
    (func (export "trap") unreachable)
    (func (export "start") (result i32) unreachable)
    (func (export "callback") (param i32 i32 i32) (result i32) unreachable))
  (core instance $m (instantiate $M (with "" (instance
    (export "stream.new" (func $stream.new)) (export "future.new" (func $future.new))
    (export "inc" (func $inc)) (export "set.new" (func $set.new)) (export "subtask.drop" (func $subtask.drop))))))
  (func (export "f") (result u32) (canon lift (core func $m "f")))
  (func (export "trap") (canon lift (core func $m "trap")))
  (func (export "later") async (result u32)
    (canon lift (core func $m "start") async (callback (core func $m "callback")))))
(component instance $a $Declares)
(assert_return (invoke "f") (u32.const 11))
(assert_trap (invoke "trap") "unreachable")

;; A built-in that is called where the component may not be left traps, whether it runs or not.
(component definition $Leaves
  (type $bytes (stream u8))
  (canon stream.new $bytes (core func $stream.new))
  (core module $M
    (import "" "stream.new" (func $stream.new (result i64)))
    (memory (export "memory") 1)
    (func (export "f"))
    (func (export "post") (drop (call $stream.new)))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (drop (call $stream.new)) (i32.const 0))
    (func (export "take") (param i32 i32)))
  (core instance $m (instantiate $M (with "" (instance (export "stream.new" (func $stream.new))))))
  (func (export "post") (canon lift (core func $m "f") (post-return (core func $m "post"))))
  (func (export "realloc") (param "x" string)
    (canon lift (core func $m "take") (memory (core memory $m "memory")) (realloc (core func $m "realloc")))))
(component instance $a $Leaves)
(assert_trap (invoke "post") "")
(component instance $a $Leaves)
(assert_trap (invoke "realloc" (str.const "x")) "")

;; What only the asynchronous part allows.
(component (type (func async (param "x" (stream u8)) (result (future)))))
(assert_invalid (component (type (stream char))) "")
(assert_invalid
  (component
    (core module $M (func (export "f")) (func (export "cb") (param i32 i32 i32) (result i32)))
    (core instance $m (instantiate $M))
    (func (export "f") (canon lift (core func $m "f") (callback (core func $m "cb")))))
  "")
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32)) (func (export "cb") (param i32) (result i32)))
    (core instance $m (instantiate $M))
    (func (export "f") async (canon lift (core func $m "f") async (callback (core func $m "cb")))))
  "")
