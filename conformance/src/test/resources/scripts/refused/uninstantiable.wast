;; What is valid and links, and still does not start.
(assert_trap
  (component
    (core module $M (func $f unreachable) (start $f))
    (core instance (instantiate $M)))
  "unreachable")
(assert_trap
  (component
    (core module $M (memory 1) (data (i32.const 65536) "x"))
    (core instance (instantiate $M)))
  "")
(assert_trap
  (component
    (core module $M (table 1 funcref) (func $f) (elem (i32.const 1) $f))
    (core instance (instantiate $M)))
  "")
;; the start function of one module calls another
(assert_trap
  (component
    (core module $A (func (export "f") (param i32) (if (i32.eqz (local.get 0)) (then unreachable))))
    (core instance $a (instantiate $A))
    (core module $B (import "" "f" (func $f (param i32))) (func $s (call $f (i32.const 0))) (start $s))
    (core instance (instantiate $B (with "" (instance $a)))))
  "unreachable")
;; a forged handle at the start
(assert_trap
  (component
    (type $t (resource (rep i32)))
    (canon resource.drop $t (core func $drop))
    (core module $M (import "" "drop" (func $drop (param i32))) (func $s (call $drop (i32.const 1))) (start $s))
    (core instance (instantiate $M (with "" (instance (export "drop" (func $drop)))))))
  "")
;; and what starts well
(component
  (core module $M (global $g (mut i32) (i32.const 0)) (func $s (global.set $g (i32.const 9))) (start $s)
    (func (export "f") (result i32) (global.get $g)))
  (core instance $m (instantiate $M))
  (func (export "f") (result u32) (canon lift (core func $m "f"))))
(assert_return (invoke "f") (u32.const 9))
