;; A component that asks for four gigabytes before it does anything.
(component
  (core module $Guest
    (memory 65536)
    (func (export "pages") (result i32) (memory.size)))
  (core instance $guest (instantiate $Guest))
  (func (export "pages") (result u32) (canon lift (core func $guest "pages"))))
