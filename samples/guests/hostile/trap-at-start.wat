;; A component whose core module traps while it starts.
(component
  (core module $Guest
    (func $start unreachable)
    (start $start)
    (func (export "never") (result i32) (i32.const 1)))
  (core instance $guest (instantiate $Guest))
  (func (export "never") (result u32) (canon lift (core func $guest "never"))))
