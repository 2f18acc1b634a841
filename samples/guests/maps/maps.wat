;; Gives maps back. In the canonical ABI a map is the list of its entries, so one core function serves for all.
(component
  ;; Room for a value of a little under 64 KiB. Values start at 64; the pointer and length of a result lie at 16.
  (core module $Echo
    (memory (export "memory") 1)
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

  (func (export "echo-counts") (param "x" (map string s32)) (result (map string s32))
    (canon lift (core func $give-back) (memory $memory) (realloc $realloc)))
  (func (export "echo-names") (param "x" (map u64 (option string))) (result (map u64 (option string)))
    (canon lift (core func $give-back) (memory $memory) (realloc $realloc))))
