;; Does as little as a guest can, so that what is measured is the way in and out: arithmetic, and values given back.
(component
  (core module $Numbers
    (func (export "add") (param i64 i64) (result i64) (i64.add (local.get 0) (local.get 1)))
    (func (export "subtract") (param i64 i64) (result i64) (i64.sub (local.get 0) (local.get 1)))
    (func (export "multiply") (param i64 i64) (result i64) (i64.mul (local.get 0) (local.get 1)))
    (func (export "exclusive-or") (param i64 i64) (result i64) (i64.xor (local.get 0) (local.get 1))))
  (core instance $numbers (instantiate $Numbers))

  ;; Room for a value of a little under 2 MiB. Values start at 64; the pointer and length of a result lie at 16.
  (core module $Echo
    (memory (export "memory") 32)
    (global $next (mut i32) (i32.const 64))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $alignment i32) (param $size i32) (result i32)
      (local $start i32)
      (local.set $start
        (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $alignment) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $alignment))))
      (global.set $next (i32.add (local.get $start) (local.get $size)))
      (local.get $start))
    ;; Gives the range back and forgets it: the next call may write over what this one returns.
    (func (export "echo") (param $start i32) (param $length i32) (result i32)
      (global.set $next (i32.const 64))
      (i32.store (i32.const 16) (local.get $start))
      (i32.store (i32.const 20) (local.get $length))
      (i32.const 16)))
  (core instance $echo (instantiate $Echo))
  (alias core export $echo "memory" (core memory $memory))
  (alias core export $echo "realloc" (core func $realloc))
  (alias core export $echo "echo" (core func $give-back))

  (func $text (param "value" string) (result string)
    (canon lift (core func $give-back) (memory $memory) (realloc $realloc)))
  (func $bytes (param "value" (list u8)) (result (list u8))
    (canon lift (core func $give-back) (memory $memory) (realloc $realloc)))
  (func $longs (param "value" (list s64)) (result (list s64))
    (canon lift (core func $give-back) (memory $memory) (realloc $realloc)))
  (func $doubles (param "value" (list f64)) (result (list f64))
    (canon lift (core func $give-back) (memory $memory) (realloc $realloc)))
  (instance $values
    (export "text" (func $text))
    (export "bytes" (func $bytes))
    (export "longs" (func $longs))
    (export "doubles" (func $doubles)))
  (export "nacre:measure/echo" (instance $values))

  (func (export "add") (param "a" s64) (param "b" s64) (result s64) (canon lift (core func $numbers "add")))
  (func (export "subtract") (param "a" s64) (param "b" s64) (result s64) (canon lift (core func $numbers "subtract")))
  (func (export "multiply") (param "a" s64) (param "b" s64) (result s64) (canon lift (core func $numbers "multiply")))
  (func (export "exclusive-or") (param "a" s64) (param "b" s64) (result s64)
    (canon lift (core func $numbers "exclusive-or"))))
