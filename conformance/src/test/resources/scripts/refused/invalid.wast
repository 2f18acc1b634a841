;; One component for each rule of validation.

;; indices and sorts
(assert_invalid (component (instance (instantiate 0))) "")
(assert_invalid (component (core instance (instantiate 0))) "")
(assert_invalid (component (type (list 7))) "")
(assert_invalid (component (export "a" (func 0))) "")
(assert_invalid (component (import "a" (func (type 0)))) "")
(assert_invalid (component (type $t u8) (import "a" (func (type $t)))) "")
(assert_invalid (component (type $f (func)) (type (list $f))) "")
(assert_invalid (component (alias outer 5 0 (type))) "")
(assert_invalid (component (import "i" (instance $i)) (alias export $i "f" (func))) "")

;; names
(assert_invalid (component (import "" (func))) "")
(assert_invalid (component (import "Snake_Case" (func))) "")
(assert_invalid (component (import "a--b" (func))) "")
(assert_invalid (component (import "1a" (func))) "")
(assert_invalid (component (import "a:b" (func))) "")
(assert_invalid (component (import "a:b/c@1.x" (func))) "")
(assert_invalid (component (import "A:b/c" (func))) "")
(assert_invalid (component (import "a" (func)) (import "a" (func))) "")
(assert_invalid (component (import "a" (func)) (import "A" (func))) "")
(assert_invalid (component (import "f" (func $f)) (export "a" (func $f)) (export "A" (func $f))) "")
(assert_invalid (component (type (record (field "a" u8) (field "A" u8)))) "")
(assert_invalid (component (type (enum "a" "a"))) "")
(assert_invalid (component (type (flags "a" "a"))) "")
(assert_invalid (component (type (variant (case "a") (case "a" u8)))) "")
(assert_invalid (component (type (func (param "a" u8) (param "a" u8)))) "")
(assert_invalid (component (import "[method]a.b" (func))) "")
(assert_invalid (component (import "a" (type $a (sub resource))) (import "[method]a.b" (func))) "")
(assert_invalid (component (import "a" (type $a (sub resource))) (import "[constructor]a" (func (result u8)))) "")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[method]a.b" (func (param "me" (borrow $a)))))
  "")

;; values
(assert_invalid (component (type (record))) "")
(assert_invalid (component (type (variant))) "")
(assert_invalid (component (type (enum))) "")
(assert_invalid (component (type (flags))) "")
(assert_invalid (component (type (tuple))) "")
(assert_invalid
  (component (type (flags
    "a1" "a2" "a3" "a4" "a5" "a6" "a7" "a8" "b1" "b2" "b3" "b4" "b5" "b6" "b7" "b8"
    "c1" "c2" "c3" "c4" "c5" "c6" "c7" "c8" "d1" "d2" "d3" "d4" "d5" "d6" "d7" "d8" "e1")))
  "")
(assert_invalid (component (type (map f32 u8))) "")
(assert_invalid (component (type (stream char))) "")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (type (func (result (borrow $a)))))
  "")
(assert_invalid (component (type $a u8) (type (own $a))) "")
(assert_invalid
  (component
    (core module $M (func (export "d")))
    (core instance $m (instantiate $M))
    (type (resource (rep i32) (dtor (core func $m "d")))))
  "")

;; what is seen from outside has a name outside
(assert_invalid
  (component (type $r (record (field "x" u8))) (import "f" (func (param "r" $r))))
  "")
(assert_invalid
  (component
    (core module $M (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (type $e (enum "a" "b"))
    (func (export "f") (param "e" $e) (canon lift (core func $m "f"))))
  "")

;; canonical definitions
(assert_invalid
  (component
    (core module $M (func (export "f") (param i64)))
    (core instance $m (instantiate $M))
    (func (export "f") (param "x" u32) (canon lift (core func $m "f"))))
  "")
(assert_invalid
  (component
    (core module $M (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (export "f") (param "x" string) (canon lift (core func $m "f"))))
  "")
(assert_invalid
  (component
    (core module $M (memory (export "m") 1) (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (export "f") (param "x" string) (canon lift (core func $m "f") (memory (core memory $m "m")))))
  "")
(assert_invalid
  (component
    (core module $M (memory (export "m") 1) (func (export "f") (param i32 i32)) (func (export "r") (param i32) (result i32)))
    (core instance $m (instantiate $M))
    (func (export "f") (param "x" string)
      (canon lift (core func $m "f") (memory (core memory $m "m")) (realloc (core func $m "r")))))
  "")
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32)) (func (export "p")))
    (core instance $m (instantiate $M))
    (func (export "f") (result u32) (canon lift (core func $m "f") (post-return (core func $m "p")))))
  "")
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32)))
    (core instance $m (instantiate $M))
    (func (export "f") (result u32) (canon lift (core func $m "f") string-encoding=utf8 string-encoding=utf16)))
  "")
(assert_invalid
  (component
    (core module $M (func (export "f")) (func (export "p")))
    (core instance $m (instantiate $M))
    (import "f" (func $f))
    (core func (canon lower (func $f) (post-return (core func $m "p")))))
  "")
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (export "f") (canon lift (core func $m "f") async)))
  "")
(assert_invalid (component (import "a" (type $a (sub resource))) (canon resource.new $a (core func))) "")
(assert_invalid (component (import "a" (type $a (sub resource))) (canon resource.rep $a (core func))) "")
(assert_invalid (component (type $a u8) (canon resource.drop $a (core func))) "")

;; arguments of instantiations
(assert_invalid
  (component (component $C (import "a" (func))) (instance (instantiate $C)))
  "")
(assert_invalid
  (component
    (component $C (import "a" (func)))
    (import "f" (func $f (param "x" u8)))
    (instance (instantiate $C (with "a" (func $f)))))
  "")
(assert_invalid
  (component
    (component $C (import "a" (func (param "x" u8))))
    (import "f" (func $f (param "y" u8)))
    (instance (instantiate $C (with "a" (func $f)))))
  "")
(assert_invalid
  (component
    (component $C (import "a" (instance (export "f" (func)))))
    (import "i" (instance $i))
    (instance (instantiate $C (with "a" (instance $i)))))
  "")
(assert_invalid
  (component
    (component $C (import "a" (func)))
    (import "f" (func $f))
    (instance (instantiate $C (with "a" (func $f)) (with "a" (func $f)))))
  "")
(assert_invalid
  (component
    (core module $M (import "a" "f" (func)))
    (core instance (instantiate $M)))
  "")
(assert_invalid
  (component
    (core module $A (func (export "f") (param i32)))
    (core instance $a (instantiate $A))
    (core module $M (import "a" "f" (func)))
    (core instance (instantiate $M (with "a" (instance $a)))))
  "")
(assert_invalid
  (component
    (core module $A (memory (export "m") 1))
    (core instance $a (instantiate $A))
    (core module $M (import "a" "m" (memory 2)))
    (core instance (instantiate $M (with "a" (instance $a)))))
  "")
(assert_invalid
  (component
    (core module $A (global (export "g") i32 (i32.const 0)))
    (core instance $a (instantiate $A))
    (core module $M (import "a" "g" (global (mut i32))))
    (core instance (instantiate $M (with "a" (instance $a)))))
  "")
;; a resource type is new in every instance, and equal to no other
(assert_invalid
  (component
    (component $Maker (type $t' (resource (rep i32))) (export $t "t" (type $t'))
      (core module $M (func (export "f") (param i32)))
      (core instance $m (instantiate $M))
      (func (export "take") (param "x" (own $t)) (canon lift (core func $m "f"))))
    (instance $a (instantiate $Maker))
    (instance $b (instantiate $Maker))
    (component $Pair
      (import "t" (type $t (sub resource)))
      (import "take" (func (param "x" (own $t)))))
    (alias export $a "t" (type $t))
    (instance (instantiate $Pair (with "t" (type $t)) (with "take" (func $b "take")))))
  "")
(assert_invalid
  (component
    (type $t (resource (rep i32)))
    (component (alias outer 1 $t (type))))
  "")

;; core modules inside are validated too
(assert_invalid (component (core module (func (result i32)))) "")
(assert_invalid (component (core module (func (local.set 0 (i32.const 1))))) "")
(assert_invalid (component (core module (func (i32.load (i32.const 0)) drop))) "")
(assert_invalid (component (core module (export "f" (func 0)))) "")
(assert_invalid (component (core module (func $f) (export "f" (func $f)) (export "f" (func $f)))) "")
(assert_invalid (component (core module (memory 1) (data (i64.const 0) "x"))) "")
(assert_invalid (component (core module (func $f) (func (drop (ref.func $f))))) "")
