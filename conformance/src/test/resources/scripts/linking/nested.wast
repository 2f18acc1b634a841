;; Components in components: outer aliases, instances from exports, components as imports and exports.
(component
  (core module $Seven (func (export "f") (result i32) (i32.const 7)))
  (type $number u32)
  (component $Outer
    (component $Inner
      ;; two levels up for the module, one for the type
      (alias outer 2 $Seven (core module $Module))
      (alias outer 2 $number (type $n))
      (core instance $m (instantiate $Module))
      (func (export "f") (result $n) (canon lift (core func $m "f"))))
    (instance $inner (instantiate $Inner))
    (instance $bag (export "seven" (func $inner "f")) (export "again" (func $inner "f")))
    (export "bag" (instance $bag))
    (export "inner" (component $Inner)))
  (instance $outer (instantiate $Outer))
  (alias export $outer "inner" (component $Inner))
  (instance $other (instantiate $Inner))
  (export "seven" (func $outer "bag" "seven"))
  (export "again" (func $outer "bag" "again"))
  (export "other" (func $other "f")))
(assert_return (invoke "seven") (u32.const 7))
(assert_return (invoke "again") (u32.const 7))
(assert_return (invoke "other") (u32.const 7))

;; A component that is given as an argument, and the instances that it is instantiated with.
(component
  (component $Twice
    (import "f" (func $f (result u32)))
    (core func $lowered (canon lower (func $f)))
    (core module $M
      (import "" "f" (func $f (result i32)))
      (func (export "g") (result i32) (i32.shl (call $f) (i32.const 1))))
    (core instance $m (instantiate $M (with "" (instance (export "f" (func $lowered))))))
    (func (export "f") (result u32) (canon lift (core func $m "g"))))
  (component $Apply
    (import "twice" (component $Twice
      (import "f" (func (result u32)))
      (export "f" (func (result u32)))))
    (import "f" (func $f (result u32)))
    (instance $once (instantiate $Twice (with "f" (func $f))))
    (instance $again (instantiate $Twice (with "f" (func $once "f"))))
    (export "f" (func $again "f")))
  (component $Start
    (core module $M (func (export "f") (result i32) (i32.const 10)))
    (core instance $m (instantiate $M))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (instance $start (instantiate $Start))
  (instance $apply (instantiate $Apply (with "twice" (component $Twice)) (with "f" (func $start "f"))))
  (export "f" (func $apply "f")))
(assert_return (invoke "f") (u32.const 40))

;; An instance may have more than an import asks for, in another order.
(component
  (component $Giver
    (core module $M
      (func (export "one") (result i32) (i32.const 1))
      (func (export "two") (result i32) (i32.const 2)))
    (core instance $m (instantiate $M))
    (func (export "a") (result u32) (canon lift (core func $m "one")))
    (func (export "b") (result u32) (canon lift (core func $m "two")))
    (func (export "c") (result u32) (canon lift (core func $m "two"))))
  (component $Taker
    (import "giver" (instance $giver
      (export "b" (func (result u32)))
      (export "a" (func (result u32)))))
    (export "a" (func $giver "a"))
    (export "b" (func $giver "b")))
  (instance $giver (instantiate $Giver))
  (instance $taker (instantiate $Taker (with "giver" (instance $giver))))
  (export "a" (func $taker "a"))
  (export "b" (func $taker "b")))
(assert_return (invoke "a") (u32.const 1))
(assert_return (invoke "b") (u32.const 2))

;; Functions inside an exported interface are called by the interface's name.
(component
  (core module $M (func (export "f") (result i32) (i32.const 3)))
  (core instance $m (instantiate $M))
  (func $f (result u32) (canon lift (core func $m "f")))
  (instance $three (export "three" (func $f)))
  (export "acme:numbers/three@1.2.3" (instance $three)))
(assert_return (invoke "acme:numbers/three@1.2.3#three") (u32.const 3))
