;; A component that breaks the canonical ABI: each export gives or takes a value that the rules forbid, or just allow.
;;
;; Memory: from 0 the return areas, 16 bytes each; from 1024 bytes that are no text; from 4096 what the allocator gives.
(component
  ;; The types of a world are imports that must equal what is written here.
  (type $colour-definition (enum "red" "green" "blue"))
  (import "colour" (type $colour (eq $colour-definition)))
  (type $number-definition (variant (case "none") (case "whole" u32)))
  (import "number" (type $number (eq $number-definition)))
  (type $rights-definition (flags "read" "write" "admin"))
  (import "rights" (type $rights (eq $rights-definition)))

  (core module $Guest
    (memory (export "memory") 1)

    ;; Texts that are not UTF-8.
    (data (i32.const 1024) "a\ff\feb")
    (data (i32.const 1040) "cut\e2\82")
    (data (i32.const 1056) "\ed\a0\80")
    (data (i32.const 1072) "\c0\80")
    (func (export "bad-string") (result i32) (call $pair (i32.const 1024) (i32.const 4)))
    (func (export "truncated-string") (result i32) (call $pair (i32.const 1040) (i32.const 5)))
    (func (export "surrogate-string") (result i32) (call $pair (i32.const 1056) (i32.const 3)))
    (func (export "overlong-string") (result i32) (call $pair (i32.const 1072) (i32.const 2)))
    (func (export "string-out-of-bounds") (result i32) (call $pair (i32.const 65535) (i32.const 2)))

    ;; Lists that are not where they say. The sum of the first wraps around at 32 bits, the product of the fourth as well.
    (func (export "bad-pointer") (result i32) (call $pair (i32.const 0xfffffff0) (i32.const 32)))
    (func (export "long-list") (result i32) (call $pair (i32.const 0) (i32.const 65537)))
    (func (export "longest-list") (result i32) (call $pair (i32.const 0) (i32.const -1)))
    (func (export "wide-list") (result i32) (call $pair (i32.const 0) (i32.const 0x20000001)))
    (func (export "unaligned-list") (result i32) (call $pair (i32.const 1025) (i32.const 1)))
    (func (export "empty-list-out-of-bounds") (result i32) (call $pair (i32.const 0xfffffff0) (i32.const 0)))

    ;; Return areas that are not where they say.
    (func (export "area-out-of-bounds") (result i32) (i32.const 0xfffffffc))
    (func (export "unaligned-area") (result i32) (i32.const 2))

    ;; Values outside of their type: refused.
    (func (export "bad-char") (result i32) (i32.const 0xd800))
    (func (export "large-char") (result i32) (i32.const 0x110000))
    (func (export "bad-enum") (result i32) (i32.const 3))
    (func (export "bad-discriminant") (result i32) (call $pair (i32.const 7) (i32.const 0)))
    (func (export "bad-option") (result i32) (call $pair (i32.const 2) (i32.const 0)))
    (func (export "bad-result") (result i32) (call $pair (i32.const 255) (i32.const 0)))

    ;; Values wider than their type: allowed, the rest is cut off.
    (func (export "odd-bool") (result i32) (i32.const 2))
    (func (export "odd-u8") (result i32) (i32.const 0x1ff))
    (func (export "odd-s8") (result i32) (i32.const 0x80))
    (func (export "odd-flags") (result i32) (i32.const -1))
    (func (export "odd-nan") (result f64) (f64.const nan:0xdeadbeef))

    ;; `count` strings that all lie at the same `bytes` bytes: little memory here, much for a host that copies.
    (func (export "amplify") (param $count i32) (param $bytes i32) (result i32)
      (local $end i32)
      (local.set $end (i32.add (i32.const 4096) (i32.shl (local.get $count) (i32.const 3))))
      (call $reserve (local.get $end))
      (call $reserve (local.get $bytes))
      (block $done
        (loop $again
          (br_if $done (i32.eq (local.get $end) (i32.const 4096)))
          (local.set $end (i32.sub (local.get $end) (i32.const 8)))
          (i32.store (local.get $end) (i32.const 0))
          (i32.store offset=4 (local.get $end) (local.get $bytes))
          (br $again)))
      (call $pair (i32.const 4096) (local.get $count)))

    ;; Allocators that lie. The functions that they serve do nothing with their arguments.
    (func (export "take") (param i32 i32))
    (func (export "realloc-out-of-bounds") (param i32 i32 i32 i32) (result i32) (i32.const 0xfffffff0))
    (func (export "realloc-unaligned") (param i32 i32 i32 i32) (result i32) (i32.const 4097))
    (func (export "realloc-traps") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "realloc-spins") (param i32 i32 i32 i32) (result i32) (loop $again (br $again)) unreachable)

    ;; An allocator that moves the end of the memory under the host's feet, which is allowed.
    (func (export "echo") (param i32 i32) (result i32) (call $pair (local.get 0) (local.get 1)))
    (func (export "realloc-grows") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (i32.shl
        (memory.grow (i32.add (i32.const 1) (i32.shr_u (local.get $size) (i32.const 16))))
        (i32.const 16)))

    ;; Clean-ups that go wrong after a good answer.
    (data (i32.const 1088) "fine")
    (func (export "fine") (result i32) (call $pair (i32.const 1088) (i32.const 4)))
    (func (export "post-return-traps") (param i32) unreachable)
    (func (export "post-return-spins") (param i32) (loop $again (br $again)))

    ;; Stores two words at 16, aligned for anything, and gives their address.
    (func $pair (param $first i32) (param $second i32) (result i32)
      (i32.store (i32.const 16) (local.get $first))
      (i32.store (i32.const 20) (local.get $second))
      (i32.const 16))

    ;; Traps unless the memory has `bytes` bytes or grows to have them.
    (func $reserve (param $bytes i32)
      (local $missing i32)
      (local.set $missing
        (i32.sub (i32.shr_u (i32.add (local.get $bytes) (i32.const 0xffff)) (i32.const 16)) (memory.size)))
      (if (i32.gt_s (local.get $missing) (i32.const 0))
        (then (if (i32.eq (memory.grow (local.get $missing)) (i32.const -1)) (then unreachable))))))

  (core instance $guest (instantiate $Guest))
  (alias core export $guest "memory" (core memory $memory))

  (func (export "bad-string") (result string) (canon lift (core func $guest "bad-string") (memory $memory)))
  (func (export "truncated-string") (result string) (canon lift (core func $guest "truncated-string") (memory $memory)))
  (func (export "surrogate-string") (result string) (canon lift (core func $guest "surrogate-string") (memory $memory)))
  (func (export "overlong-string") (result string) (canon lift (core func $guest "overlong-string") (memory $memory)))
  (func (export "string-out-of-bounds") (result string)
    (canon lift (core func $guest "string-out-of-bounds") (memory $memory)))

  (func (export "bad-pointer") (result (list u8)) (canon lift (core func $guest "bad-pointer") (memory $memory)))
  (func (export "long-list") (result (list u8)) (canon lift (core func $guest "long-list") (memory $memory)))
  (func (export "longest-list") (result (list u64)) (canon lift (core func $guest "longest-list") (memory $memory)))
  (func (export "wide-list") (result (list u64)) (canon lift (core func $guest "wide-list") (memory $memory)))
  (func (export "unaligned-list") (result (list u32)) (canon lift (core func $guest "unaligned-list") (memory $memory)))
  (func (export "empty-list-out-of-bounds") (result (list u8))
    (canon lift (core func $guest "empty-list-out-of-bounds") (memory $memory)))

  (func (export "area-out-of-bounds") (result string)
    (canon lift (core func $guest "area-out-of-bounds") (memory $memory)))
  (func (export "unaligned-area") (result string) (canon lift (core func $guest "unaligned-area") (memory $memory)))

  (func (export "bad-char") (result char) (canon lift (core func $guest "bad-char")))
  (func (export "large-char") (result char) (canon lift (core func $guest "large-char")))
  (func (export "bad-enum") (result $colour) (canon lift (core func $guest "bad-enum")))
  (func (export "bad-discriminant") (result $number) (canon lift (core func $guest "bad-discriminant") (memory $memory)))
  (func (export "bad-option") (result (option u32)) (canon lift (core func $guest "bad-option") (memory $memory)))
  (func (export "bad-result") (result (result u32 (error u32)))
    (canon lift (core func $guest "bad-result") (memory $memory)))

  (func (export "odd-bool") (result bool) (canon lift (core func $guest "odd-bool")))
  (func (export "odd-u8") (result u8) (canon lift (core func $guest "odd-u8")))
  (func (export "odd-s8") (result s8) (canon lift (core func $guest "odd-s8")))
  (func (export "odd-flags") (result $rights) (canon lift (core func $guest "odd-flags")))
  (func (export "odd-nan") (result f64) (canon lift (core func $guest "odd-nan")))

  (func (export "amplify") (param "count" u32) (param "bytes" u32) (result (list string))
    (canon lift (core func $guest "amplify") (memory $memory)))

  (func (export "realloc-out-of-bounds") (param "text" string)
    (canon lift (core func $guest "take") (memory $memory) (realloc (core func $guest "realloc-out-of-bounds"))))
  (func (export "realloc-unaligned") (param "numbers" (list u32))
    (canon lift (core func $guest "take") (memory $memory) (realloc (core func $guest "realloc-unaligned"))))
  (func (export "realloc-traps") (param "text" string)
    (canon lift (core func $guest "take") (memory $memory) (realloc (core func $guest "realloc-traps"))))
  (func (export "realloc-spins") (param "text" string)
    (canon lift (core func $guest "take") (memory $memory) (realloc (core func $guest "realloc-spins"))))
  (func (export "realloc-grows") (param "text" string) (result string)
    (canon lift (core func $guest "echo") (memory $memory) (realloc (core func $guest "realloc-grows"))))

  (func (export "post-return-traps") (result string)
    (canon lift (core func $guest "fine") (memory $memory) (post-return (core func $guest "post-return-traps"))))
  (func (export "post-return-spins") (result string)
    (canon lift (core func $guest "fine") (memory $memory) (post-return (core func $guest "post-return-spins")))))
