;; Calls what it imports again and again, with a value of a given length out of its own memory.
(component
  (import "nacre:measure/echo" (instance $echo
    (export "text" (func (param "value" string) (result string)))
    (export "bytes" (func (param "value" (list u8)) (result (list u8))))))

  ;; Results of the callee start at 1 MiB; what is sent lies below, from 64 on.
  (core module $Memory
    (memory (export "memory") 32)
    (global $next (export "next") (mut i32) (i32.const 0x100000))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $alignment i32) (param $size i32) (result i32)
      (local $start i32)
      (local.set $start
        (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $alignment) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $alignment))))
      (global.set $next (i32.add (local.get $start) (local.get $size)))
      (local.get $start)))
  (core instance $memory (instantiate $Memory))
  (alias core export $memory "memory" (core memory $bytes-of-caller))
  (alias core export $memory "realloc" (core func $realloc))
  (alias export $echo "text" (func $echo-text))
  (alias export $echo "bytes" (func $echo-bytes))
  (core func $text (canon lower (func $echo-text) (memory $bytes-of-caller) (realloc $realloc)))
  (core func $bytes (canon lower (func $echo-bytes) (memory $bytes-of-caller) (realloc $realloc)))

  (core module $Caller
    (type $passing (func (param i32 i32 i32)))
    (import "memory" "memory" (memory 32))
    (import "memory" "next" (global $next (mut i32)))
    (import "echo" "text" (func $text (type $passing)))
    (import "echo" "bytes" (func $bytes (type $passing)))
    ;; Returns the sum of the lengths that came back.
    (func (export "repeat-text") (param $length i32) (param $times i32) (result i32)
      (local $sum i32)
      (memory.fill (i32.const 64) (i32.const 0x61) (local.get $length))
      (loop $again
        (global.set $next (i32.const 0x100000))
        (call $text (i32.const 64) (local.get $length) (i32.const 16))
        (local.set $sum (i32.add (local.get $sum) (i32.load (i32.const 20))))
        (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
      (local.get $sum))
    (func (export "repeat-bytes") (param $length i32) (param $times i32) (result i32)
      (local $sum i32)
      (memory.fill (i32.const 64) (i32.const 0x61) (local.get $length))
      (loop $again
        (global.set $next (i32.const 0x100000))
        (call $bytes (i32.const 64) (local.get $length) (i32.const 16))
        (local.set $sum (i32.add (local.get $sum) (i32.load (i32.const 20))))
        (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
      (local.get $sum)))
  (core instance $caller (instantiate $Caller
    (with "memory" (instance $memory))
    (with "echo" (instance (export "text" (func $text)) (export "bytes" (func $bytes))))))

  (func (export "repeat-text") (param "length" u32) (param "times" u32) (result u32)
    (canon lift (core func $caller "repeat-text")))
  (func (export "repeat-bytes") (param "length" u32) (param "times" u32) (result u32)
    (canon lift (core func $caller "repeat-bytes"))))
