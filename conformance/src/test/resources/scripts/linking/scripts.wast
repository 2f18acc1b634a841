;; What a named instance offers to later components of a script: its core modules and resource types.
(component $library
  (core module $Counter (export "counter")
    (global $count (mut i32) (i32.const 40))
    (func (export "next") (result i32)
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (global.get $count)))
  (type $token' (resource (rep i32)))
  (export "token" (type $token')))

(component
  (import "library" (instance $library
    (export "counter" (core module (export "next" (func (result i32)))))))
  (alias export $library "counter" (core module $Counter))
  (core instance $one (instantiate $Counter))
  (core instance $two (instantiate $Counter))
  (func (export "one") (result u32) (canon lift (core func $one "next")))
  (func (export "two") (result u32) (canon lift (core func $two "next"))))
(assert_return (invoke "one") (u32.const 41))
(assert_return (invoke "one") (u32.const 42))
(assert_return (invoke "two") (u32.const 41))

(component
  (import "library" (instance $library
    (export "token" (type $token (sub resource)))))
  (alias export $library "token" (type $token))
  (canon resource.drop $token (core func $drop))
  (core module $M
    (import "" "drop" (func $drop (param i32)))
    (func (export "drop-nothing") (call $drop (i32.const 1))))
  (core instance $m (instantiate $M (with "" (instance (export "drop" (func $drop))))))
  (func (export "drop-nothing") (canon lift (core func $m "drop-nothing"))))
(assert_trap (invoke "drop-nothing") "")

;; What it has not, or has of another type, does not link.
(assert_unlinkable
  (component (import "library" (instance (export "other" (core module)))))
  "")
(assert_unlinkable
  (component (import "library" (instance (export "counter" (core module (export "previous" (func)))))))
  "")
(assert_unlinkable
  (component (import "library" (instance (export "counter" (core module (export "next" (func (result i64))))))))
  "")
(assert_unlinkable (component (import "nobody" (func))) "")
(assert_unlinkable (component (import "nobody" (instance (export "f" (func))))) "")
(assert_unlinkable (component (import "nobody" (core module))) "")
(assert_unlinkable (component (import "nobody" (type (sub resource)))) "")
;; Names of types ask for nothing.
(component (import "nobody" (instance)) (type $number u32) (import "name" (type (eq $number))))
