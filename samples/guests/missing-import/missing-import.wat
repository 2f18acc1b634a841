;; A component that needs something nobody provides.
;;
;;   package acme:secret;
;;   interface vault { open-vault: func(name: string) -> string; }
;;   world thief { import vault; export peek: func(name: string) -> string; }
(component
  (import "acme:secret/vault" (instance $vault
    (export "open-vault" (func (param "name" string) (result string)))))

  ;; Memory and allocator stand apart, because the lowered import needs them before the guest exists.
  (core module $Memory
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $result i32)
      (local.set $result
        (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
      (global.set $next (i32.add (local.get $result) (local.get $size)))
      (local.get $result)))
  (core instance $memory (instantiate $Memory))

  (core func $open-vault (canon lower (func $vault "open-vault")
    (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))

  ;; Hands the name on and leaves the answer's address and length at 0.
  (core module $Guest
    (import "vault" "open-vault" (func $open-vault (param i32 i32 i32)))
    (func (export "peek") (param $name i32) (param $length i32) (result i32)
      (call $open-vault (local.get $name) (local.get $length) (i32.const 0))
      (i32.const 0)))
  (core instance $guest (instantiate $Guest
    (with "vault" (instance (export "open-vault" (func $open-vault))))))

  (func (export "peek") (param "name" string) (result string)
    (canon lift (core func $guest "peek") (memory (core memory $memory "memory")) (realloc (core func $memory "realloc")))))
