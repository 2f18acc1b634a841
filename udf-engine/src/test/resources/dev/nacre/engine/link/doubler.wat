;; A component for others to instantiate: doubles with what it is given for adding.
(component
  (import "base" (func $base (param "a" u32) (param "b" u32) (result u32)))
  (core func $base (canon lower (func $base)))
  (core module $Guest
    (import "" "base" (func $base (param i32 i32) (result i32)))
    (func (export "double") (param i32) (result i32) (call $base (local.get 0) (local.get 0))))
  (core instance $guest (instantiate $Guest (with "" (instance (export "base" (func $base))))))
  (func (export "double") (param "a" u32) (result u32) (canon lift (core func $guest "double"))))
