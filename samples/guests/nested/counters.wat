;; A component of components: one that defines a resource, made twice, and one that uses what the first of the two exports.
(component
  (component $Counters
    ;; A counter is the address of its value; `live` says how many were made and not destroyed.
    (core module $State
      (memory 1)
      (global $next (mut i32) (i32.const 8))
      (global $live (mut i32) (i32.const 0))
      (func (export "make") (param $start i32) (result i32)
        (i32.store (global.get $next) (local.get $start))
        (global.set $live (i32.add (global.get $live) (i32.const 1)))
        (global.set $next (i32.add (global.get $next) (i32.const 8)))
        (i32.sub (global.get $next) (i32.const 8)))
      (func (export "add") (param $counter i32) (param $n i32) (result i32)
        (i32.store (local.get $counter) (i32.add (i32.load (local.get $counter)) (local.get $n)))
        (i32.load (local.get $counter)))
      (func (export "destroy") (param $counter i32)
        (if (i32.eq (i32.load (local.get $counter)) (i32.const 666)) (then unreachable))
        (global.set $live (i32.sub (global.get $live) (i32.const 1))))
      (func (export "live") (result i32) (global.get $live)))
    (core instance $state (instantiate $State))

    (type $counter-definition (resource (rep i32) (dtor (core func $state "destroy"))))
    (core func $new (canon resource.new $counter-definition))
    (core func $rep (canon resource.rep $counter-definition))
    (core func $drop (canon resource.drop $counter-definition))

    (core module $Api
      (import "state" "make" (func $make (param i32) (result i32)))
      (import "state" "add" (func $add (param i32 i32) (result i32)))
      (import "handle" "new" (func $new (param i32) (result i32)))
      (import "handle" "rep" (func $rep (param i32) (result i32)))
      (import "handle" "drop" (func $drop (param i32)))
      (func (export "constructor") (param $start i32) (result i32) (call $new (call $make (local.get $start))))
      (func (export "add") (param $self i32) (param $n i32) (result i32) (call $add (local.get $self) (local.get $n)))
      (func (export "consume") (param $handle i32) (result i32)
        (local $value i32)
        (local.set $value (call $add (call $rep (local.get $handle)) (i32.const 0)))
        (call $drop (local.get $handle))
        (local.get $value))
      (func (export "drop-twice") (param $handle i32)
        (call $drop (local.get $handle))
        (call $drop (local.get $handle)))
      (func (export "hoard")
        (loop $again (drop (call $new (i32.const 0))) (br $again))))
    (core instance $api (instantiate $Api
      (with "state" (instance $state))
      (with "handle" (instance
        (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop))))))

    (export $counter "counter" (type $counter-definition))
    (func (export "[constructor]counter") (param "start" u32) (result (own $counter))
      (canon lift (core func $api "constructor")))
    (func (export "[method]counter.add") (param "self" (borrow $counter)) (param "n" u32) (result u32)
      (canon lift (core func $api "add")))
    (func (export "consume") (param "it" (own $counter)) (result u32) (canon lift (core func $api "consume")))
    (func (export "drop-twice") (param "it" (own $counter)) (canon lift (core func $api "drop-twice")))
    (func (export "hoard") (canon lift (core func $api "hoard")))
    (func (export "live") (result u32) (canon lift (core func $state "live"))))

  (component $User
    (import "counters" (instance $counters
      (export "counter" (type $counter (sub resource)))
      (export "[constructor]counter" (func (param "start" u32) (result (own $counter))))
      (export "[method]counter.add" (func (param "self" (borrow $counter)) (param "n" u32) (result u32)))
      (export "consume" (func (param "it" (own $counter)) (result u32)))))
    (alias export $counters "counter" (type $counter))
    (core func $constructor (canon lower (func $counters "[constructor]counter")))
    (core func $add (canon lower (func $counters "[method]counter.add")))
    (core func $consume (canon lower (func $counters "consume")))
    (core func $drop (canon resource.drop $counter))

    (core module $Guest
      (import "" "constructor" (func $constructor (param i32) (result i32)))
      (import "" "add" (func $add (param i32 i32) (result i32)))
      (import "" "consume" (func $consume (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))

      ;; Makes a counter, adds up to it and drops it.
      (func (export "sum") (param $n i32) (result i32)
        (local $counter i32)
        (local $sum i32)
        (local.set $counter (call $constructor (i32.const 0)))
        (loop $again
          (local.set $sum (call $add (local.get $counter) (local.get $n)))
          (local.set $n (i32.sub (local.get $n) (i32.const 1)))
          (br_if $again (local.get $n)))
        (call $drop (local.get $counter))
        (local.get $sum))

      ;; Adds to a counter that it is lent, and gives the handle back.
      (func (export "bump") (param $counter i32) (result i32)
        (local $value i32)
        (local.set $value (call $add (local.get $counter) (i32.const 1)))
        (call $drop (local.get $counter))
        (local.get $value))
      (func (export "keep") (param $counter i32))

      (func (export "pass-on") (param $counter i32) (result i32) (call $consume (local.get $counter)))
      (func (export "pass-on-what-is-lent") (param $counter i32) (result i32) (call $consume (local.get $counter)))
      (func (export "use-after-giving") (param $counter i32) (result i32)
        (drop (call $consume (local.get $counter)))
        (call $add (local.get $counter) (i32.const 1)))
      (func (export "forge") (result i32) (call $add (i32.const 17) (i32.const 1))))
    (core instance $guest (instantiate $Guest (with "" (instance
      (export "constructor" (func $constructor))
      (export "add" (func $add))
      (export "consume" (func $consume))
      (export "drop" (func $drop))))))

    (func (export "sum") (param "n" u32) (result u32) (canon lift (core func $guest "sum")))
    (func (export "bump") (param "it" (borrow $counter)) (result u32) (canon lift (core func $guest "bump")))
    (func (export "keep") (param "it" (borrow $counter)) (canon lift (core func $guest "keep")))
    (func (export "pass-on") (param "it" (own $counter)) (result u32) (canon lift (core func $guest "pass-on")))
    (func (export "pass-on-what-is-lent") (param "it" (borrow $counter)) (result u32)
      (canon lift (core func $guest "pass-on-what-is-lent")))
    (func (export "use-after-giving") (param "it" (own $counter)) (result u32)
      (canon lift (core func $guest "use-after-giving")))
    (func (export "forge") (result u32) (canon lift (core func $guest "forge"))))

  (instance $first (instantiate $Counters))
  (instance $second (instantiate $Counters))
  (export $first-by-name "test:counters/first" (instance $first))
  (export "test:counters/second" (instance $second))
  (instance $user (instantiate $User (with "counters" (instance $first-by-name))))
  (export "test:counters/user" (instance $user)))
