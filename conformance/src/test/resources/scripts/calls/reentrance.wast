;; A component instance that is being called cannot be entered again, on whatever way: not by itself, not through a
;; child, not from a parent.

;; siblings may call each other, and one may call the same one twice in a row
(component
  (component $A
    (core module $M (func (export "f") (result i32) (i32.const 7)))
    (core instance $m (instantiate $M))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (component $B
    (import "f" (func $f (result u32)))
    (core func $lowered (canon lower (func $f)))
    (core module $M
      (import "" "f" (func $f (result i32)))
      (func (export "g") (result i32) (i32.add (call $f) (call $f))))
    (core instance $m (instantiate $M (with "" (instance (export "f" (func $lowered))))))
    (func (export "g") (result u32) (canon lift (core func $m "g"))))
  (instance $a (instantiate $A))
  (instance $b (instantiate $B (with "f" (func $a "f"))))
  (instance $c (instantiate $B (with "f" (func $b "g"))))
  (export "g" (func $c "g")))
(assert_return (invoke "g") (u32.const 28))
(assert_return (invoke "g") (u32.const 28))

;; a component that lowers what it lifted itself
(component
  (core module $Lifted (func (export "f")))
  (core instance $lifted (instantiate $Lifted))
  (func $f (canon lift (core func $lifted "f")))
  (core func $lowered (canon lower (func $f)))
  (core module $M
    (import "" "f" (func $f))
    (func (export "g") (call $f)))
  (core instance $m (instantiate $M (with "" (instance (export "f" (func $lowered))))))
  (func (export "f") (canon lift (core func $lifted "f")))
  (func (export "g") (canon lift (core func $m "g"))))
(assert_return (invoke "f"))
(assert_trap (invoke "g") "")
(assert_trap (invoke "f") "")

;; parent to child
(component
  (component $Child
    (core module $M (func (export "f") (result i32) (i32.const 1)))
    (core instance $m (instantiate $M))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (instance $child (instantiate $Child))
  (core func $lowered (canon lower (func $child "f")))
  (core module $M
    (import "" "f" (func $f (result i32)))
    (func (export "g") (result i32) (call $f)))
  (core instance $m (instantiate $M (with "" (instance (export "f" (func $lowered))))))
  (export "child" (func $child "f"))
  (func (export "g") (result u32) (canon lift (core func $m "g"))))
(assert_return (invoke "child") (u32.const 1))
(assert_trap (invoke "g") "")

;; child to parent
(component
  (core module $Parent (func (export "f") (result i32) (i32.const 2)))
  (core instance $parent (instantiate $Parent))
  (func $f (result u32) (canon lift (core func $parent "f")))
  (component $Child
    (import "f" (func $f (result u32)))
    (core func $lowered (canon lower (func $f)))
    (core module $M
      (import "" "f" (func $f (result i32)))
      (func (export "g") (result i32) (call $f)))
    (core instance $m (instantiate $M (with "" (instance (export "f" (func $lowered))))))
    (func (export "g") (result u32) (canon lift (core func $m "g"))))
  (instance $child (instantiate $Child (with "f" (func $f))))
  (export "f" (func $f))
  (export "g" (func $child "g")))
(assert_return (invoke "f") (u32.const 2))
(assert_trap (invoke "g") "")
