;; Handles that it does not have, has no longer, or has too many of. Each function says how far it came; most should trap.
(component
  (type $coin (resource (rep i32)))
  (type $note (resource (rep i32)))
  (core func $coin-new (canon resource.new $coin))
  (core func $coin-drop (canon resource.drop $coin))
  (core func $coin-rep (canon resource.rep $coin))
  (core func $note-drop (canon resource.drop $note))

  (core module $Guest
    (import "coin" "new" (func $new (param i32) (result i32)))
    (import "coin" "drop" (func $drop (param i32)))
    (import "coin" "rep" (func $rep (param i32) (result i32)))
    (import "note" "drop" (func $drop-note (param i32)))

    (func (export "drop-forged") (param $handle i32) (result i32)
      (call $drop (local.get $handle))
      (i32.const 1))
    (func (export "rep-forged") (param $handle i32) (result i32)
      (call $rep (local.get $handle)))
    (func (export "drop-twice") (result i32)
      (local $handle i32)
      (local.set $handle (call $new (i32.const 42)))
      (call $drop (local.get $handle))
      (call $drop (local.get $handle))
      (i32.const 1))
    (func (export "use-dropped") (result i32)
      (local $handle i32)
      (local.set $handle (call $new (i32.const 42)))
      (call $drop (local.get $handle))
      (call $rep (local.get $handle)))
    (func (export "drop-as-other") (result i32)
      (call $drop-note (call $new (i32.const 42)))
      (i32.const 1))

    ;; Makes as many and keeps them. Gives how many it made.
    (func (export "hoard") (param $count i32) (result i32)
      (local $made i32)
      (block $done
        (loop $again
          (br_if $done (i32.ge_u (local.get $made) (local.get $count)))
          (drop (call $new (local.get $made)))
          (local.set $made (i32.add (local.get $made) (i32.const 1)))
          (br $again)))
      (local.get $made))

    ;; Makes as many, one after the other. Gives how many it made.
    (func (export "churn") (param $count i32) (result i32)
      (local $made i32)
      (block $done
        (loop $again
          (br_if $done (i32.ge_u (local.get $made) (local.get $count)))
          (call $drop (call $new (local.get $made)))
          (local.set $made (i32.add (local.get $made) (i32.const 1)))
          (br $again)))
      (local.get $made)))
  (core instance $guest (instantiate $Guest
    (with "coin" (instance
      (export "new" (func $coin-new)) (export "drop" (func $coin-drop)) (export "rep" (func $coin-rep))))
    (with "note" (instance (export "drop" (func $note-drop))))))

  (func (export "drop-forged") (param "handle" s32) (result s32) (canon lift (core func $guest "drop-forged")))
  (func (export "rep-forged") (param "handle" s32) (result s32) (canon lift (core func $guest "rep-forged")))
  (func (export "drop-twice") (result s32) (canon lift (core func $guest "drop-twice")))
  (func (export "use-dropped") (result s32) (canon lift (core func $guest "use-dropped")))
  (func (export "drop-as-other") (result s32) (canon lift (core func $guest "drop-as-other")))
  (func (export "hoard") (param "count" s32) (result s32) (canon lift (core func $guest "hoard")))
  (func (export "churn") (param "count" s32) (result s32) (canon lift (core func $guest "churn"))))
