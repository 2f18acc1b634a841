;; Takes as much as it can get of memory and tables, and says what it got.
(component
  (core module $Guest
    (memory (export "memory") 1)
    (table $table 1 funcref)

    ;; Gives the pages there were, -1 where the memory did not grow.
    (func (export "grow") (param $pages i32) (result i32) (memory.grow (local.get $pages)))

    (func (export "pages") (result i32) (memory.size))

    ;; Grows page by page, as often as asked. Gives the pages there are then.
    (func (export "nibble") (param $times i32) (result i32)
      (block $done
        (loop $again
          (br_if $done (i32.eqz (local.get $times)))
          (drop (memory.grow (i32.const 1)))
          (local.set $times (i32.sub (local.get $times) (i32.const 1)))
          (br $again)))
      (memory.size))

    ;; Gives the elements there were, -1 where the table did not grow.
    (func (export "grow-table") (param $elements i32) (result i32)
      (table.grow $table (ref.null func) (local.get $elements))))
  (core instance $guest (instantiate $Guest))
  (func (export "grow") (param "pages" s32) (result s32) (canon lift (core func $guest "grow")))
  (func (export "pages") (result s32) (canon lift (core func $guest "pages")))
  (func (export "nibble") (param "times" s32) (result s32) (canon lift (core func $guest "nibble")))
  (func (export "grow-table") (param "elements" s32) (result s32) (canon lift (core func $guest "grow-table"))))
