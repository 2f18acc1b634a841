;; A tag is known by identity: what one instance throws is caught where the very same tag was imported.
(component
  (core module $Tags (tag (export "tag") (param i32)))
  (core instance $one (instantiate $Tags))
  (core instance $two (instantiate $Tags))
  (core module $Thrower
    (import "" "tag" (tag $tag (param i32)))
    (func (export "throw") (param i32) (throw $tag (local.get 0))))
  (core instance $thrower (instantiate $Thrower (with "" (instance $one))))
  (core module $Catcher
    (import "thrower" "throw" (func $throw (param i32)))
    (import "mine" "tag" (tag $mine (param i32)))
    (func (export "catch") (param i32) (result i32)
      (block $caught (result i32)
        (try_table (catch $mine $caught) (call $throw (local.get 0)))
        (i32.const 0)))
    (func (export "catch-all") (param i32) (result i32)
      (block $caught
        (try_table (catch_all $caught) (call $throw (local.get 0)))
        (return (i32.const 0)))
      (i32.const -1)))
  (core instance $same (instantiate $Catcher (with "thrower" (instance $thrower)) (with "mine" (instance $one))))
  (core instance $other (instantiate $Catcher (with "thrower" (instance $thrower)) (with "mine" (instance $two))))
  (func (export "same") (param "x" u32) (result u32) (canon lift (core func $same "catch")))
  (func (export "other") (param "x" u32) (result u32) (canon lift (core func $other "catch")))
  (func (export "any") (param "x" u32) (result u32) (canon lift (core func $other "catch-all"))))
(assert_return (invoke "same" (u32.const 7)) (u32.const 7))
(assert_return (invoke "any" (u32.const 7)) (u32.const 4294967295))
;; what nobody catches ends the call as a trap
(assert_trap (invoke "other" (u32.const 7)) "")
(assert_trap (invoke "same" (u32.const 7)) "")
