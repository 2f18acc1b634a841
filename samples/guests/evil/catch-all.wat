;; Catches all that it throws, without end. Exceptions are not run for SQL, so it is to be refused by name.
(component
  (core module $Guest
    (tag $ball)
    (func (export "catch-all") (param i32) (result i32)
      (loop $again
        (block $caught
          (try_table (catch_all $caught) (throw $ball)))
        (br $again))
      unreachable))
  (core instance $guest (instantiate $Guest))
  (func (export "catch-all") (param "n" s32) (result s32) (canon lift (core func $guest "catch-all"))))
