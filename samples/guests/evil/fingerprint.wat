;; Looks at all the state that an instance has, and soils it: what a later query finds here says what reached it.
(component
  (core module $Guest
    (memory (export "memory") 1)
    (data (i32.const 100) "clean")
    (table $table 4 1000 funcref)
    (global $count (mut i32) (i32.const 7))
    (global $sum (mut i64) (i64.const 11))

    ;; A hash (FNV-1a) of the first page, the sizes of memory and table, and the globals.
    (func $fingerprint (export "fingerprint") (result i64)
      (local $hash i64) (local $at i32)
      (local.set $hash (i64.const 0xcbf29ce484222325))
      (loop $again
        (local.set $hash (i64.mul
          (i64.xor (local.get $hash) (i64.load8_u (local.get $at)))
          (i64.const 0x100000001b3)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $again (i32.lt_u (local.get $at) (i32.const 65536))))
      (local.set $hash (i64.add (local.get $hash) (i64.extend_i32_u (memory.size))))
      (local.set $hash (i64.add (i64.mul (local.get $hash) (i64.const 31)) (i64.extend_i32_u (table.size $table))))
      (local.set $hash (i64.add (i64.mul (local.get $hash) (i64.const 31)) (i64.extend_i32_u (global.get $count))))
      (i64.add (i64.mul (local.get $hash) (i64.const 31)) (global.get $sum)))

    ;; Changes all of it, and gives what fingerprint gives then.
    (func (export "soil") (param $by i64) (result i64)
      (memory.fill (i32.const 0) (i32.wrap_i64 (local.get $by)) (i32.const 4096))
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (global.set $sum (i64.add (global.get $sum) (local.get $by)))
      (drop (memory.grow (i32.const 1)))
      (drop (table.grow $table (ref.null func) (i32.const 10)))
      (call $fingerprint))

    ;; Soils, and traps for one number.
    (func (export "trap-at") (param $n i64) (param $at i64) (result i64)
      (global.set $sum (i64.add (global.get $sum) (local.get $n)))
      (if (i64.eq (local.get $n) (local.get $at)) (then unreachable))
      (local.get $n)))
  (core instance $guest (instantiate $Guest))
  (func (export "fingerprint") (result s64) (canon lift (core func $guest "fingerprint")))
  (func (export "soil") (param "by" s64) (result s64) (canon lift (core func $guest "soil")))
  (func (export "trap-at") (param "n" s64) (param "at" s64) (result s64) (canon lift (core func $guest "trap-at"))))
