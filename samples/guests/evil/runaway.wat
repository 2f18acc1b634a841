;; Shapes of code that never end, one for each way in which a meter could miss them. All take a number, so that they can
;; stand wherever SQL has an expression; none looks at the clock or gives anything back.
(component
  (import "local:telemetry/logger" (instance $logger
    (export "log" (func (param "level" string) (param "message" string)))))

  (core module $Memory
    (memory (export "memory") 1)
    (data (i32.const 0) "info")
    (data (i32.const 16) "not yet"))
  (core instance $memory (instantiate $Memory))
  (core func $log (canon lower (func $logger "log") (memory (core memory $memory "memory"))))

  (core module $Guest
    (import "logger" "log" (func $log (param i32 i32 i32 i32)))
    (type $step (func (param i32) (result i32)))
    (table $steps 2 100000 funcref)
    (elem (table $steps) (i32.const 0) func $indirect-even $indirect-odd)

    (func (export "loop") (param i32) (result i32)
      (loop $again (br $again))
      unreachable)

    (func (export "br-if") (param i32) (result i32)
      (loop $again
        (br_if $again (i32.or (local.get 0) (i32.const 1))))
      (local.get 0))

    (func (export "br-table") (param i32) (result i32)
      (loop $again
        (local.set 0 (i32.add (local.get 0) (i32.const 1)))
        (br_table $again $again $again (i32.and (local.get 0) (i32.const 1))))
      (local.get 0))

    ;; Calls the other twice, 60 levels deep: it would end after 2^60 calls, without a loop and without a deep stack.
    (func $even (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then (return (i32.const 1))))
      (i32.add
        (call $odd (i32.sub (local.get 0) (i32.const 1)))
        (call $odd (i32.sub (local.get 0) (i32.const 1)))))
    (func $odd (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then (return (i32.const 1))))
      (i32.add
        (call $even (i32.sub (local.get 0) (i32.const 1)))
        (call $even (i32.sub (local.get 0) (i32.const 1)))))
    (func (export "mutual") (param i32) (result i32) (call $even (i32.const 60)))

    ;; The same through a table.
    (func $indirect-even (type $step)
      (if (i32.eqz (local.get 0)) (then (return (i32.const 1))))
      (i32.add
        (call_indirect (type $step) (i32.sub (local.get 0) (i32.const 1)) (i32.const 1))
        (call_indirect (type $step) (i32.sub (local.get 0) (i32.const 1)) (i32.const 1))))
    (func $indirect-odd (type $step)
      (if (i32.eqz (local.get 0)) (then (return (i32.const 1))))
      (i32.add
        (call_indirect (type $step) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0))
        (call_indirect (type $step) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0))))
    (func (export "indirect") (param i32) (result i32) (call $indirect-even (i32.const 60)))

    ;; Neither loop nor recursion: each function calls the one before it eight times, which is 8^15 calls.
    (func $acyclic-0 (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
    (func $acyclic-1 (param i32) (result i32)
      (call $acyclic-0 (call $acyclic-0 (call $acyclic-0 (call $acyclic-0
      (call $acyclic-0 (call $acyclic-0 (call $acyclic-0 (call $acyclic-0 (local.get 0))))))))))
    (func $acyclic-2 (param i32) (result i32)
      (call $acyclic-1 (call $acyclic-1 (call $acyclic-1 (call $acyclic-1
      (call $acyclic-1 (call $acyclic-1 (call $acyclic-1 (call $acyclic-1 (local.get 0))))))))))
    (func $acyclic-3 (param i32) (result i32)
      (call $acyclic-2 (call $acyclic-2 (call $acyclic-2 (call $acyclic-2
      (call $acyclic-2 (call $acyclic-2 (call $acyclic-2 (call $acyclic-2 (local.get 0))))))))))
    (func $acyclic-4 (param i32) (result i32)
      (call $acyclic-3 (call $acyclic-3 (call $acyclic-3 (call $acyclic-3
      (call $acyclic-3 (call $acyclic-3 (call $acyclic-3 (call $acyclic-3 (local.get 0))))))))))
    (func $acyclic-5 (param i32) (result i32)
      (call $acyclic-4 (call $acyclic-4 (call $acyclic-4 (call $acyclic-4
      (call $acyclic-4 (call $acyclic-4 (call $acyclic-4 (call $acyclic-4 (local.get 0))))))))))
    (func $acyclic-6 (param i32) (result i32)
      (call $acyclic-5 (call $acyclic-5 (call $acyclic-5 (call $acyclic-5
      (call $acyclic-5 (call $acyclic-5 (call $acyclic-5 (call $acyclic-5 (local.get 0))))))))))
    (func $acyclic-7 (param i32) (result i32)
      (call $acyclic-6 (call $acyclic-6 (call $acyclic-6 (call $acyclic-6
      (call $acyclic-6 (call $acyclic-6 (call $acyclic-6 (call $acyclic-6 (local.get 0))))))))))
    (func $acyclic-8 (param i32) (result i32)
      (call $acyclic-7 (call $acyclic-7 (call $acyclic-7 (call $acyclic-7
      (call $acyclic-7 (call $acyclic-7 (call $acyclic-7 (call $acyclic-7 (local.get 0))))))))))
    (func $acyclic-9 (param i32) (result i32)
      (call $acyclic-8 (call $acyclic-8 (call $acyclic-8 (call $acyclic-8
      (call $acyclic-8 (call $acyclic-8 (call $acyclic-8 (call $acyclic-8 (local.get 0))))))))))
    (func $acyclic-10 (param i32) (result i32)
      (call $acyclic-9 (call $acyclic-9 (call $acyclic-9 (call $acyclic-9
      (call $acyclic-9 (call $acyclic-9 (call $acyclic-9 (call $acyclic-9 (local.get 0))))))))))
    (func $acyclic-11 (param i32) (result i32)
      (call $acyclic-10 (call $acyclic-10 (call $acyclic-10 (call $acyclic-10
      (call $acyclic-10 (call $acyclic-10 (call $acyclic-10 (call $acyclic-10 (local.get 0))))))))))
    (func $acyclic-12 (param i32) (result i32)
      (call $acyclic-11 (call $acyclic-11 (call $acyclic-11 (call $acyclic-11
      (call $acyclic-11 (call $acyclic-11 (call $acyclic-11 (call $acyclic-11 (local.get 0))))))))))
    (func $acyclic-13 (param i32) (result i32)
      (call $acyclic-12 (call $acyclic-12 (call $acyclic-12 (call $acyclic-12
      (call $acyclic-12 (call $acyclic-12 (call $acyclic-12 (call $acyclic-12 (local.get 0))))))))))
    (func $acyclic-14 (param i32) (result i32)
      (call $acyclic-13 (call $acyclic-13 (call $acyclic-13 (call $acyclic-13
      (call $acyclic-13 (call $acyclic-13 (call $acyclic-13 (call $acyclic-13 (local.get 0))))))))))
    (func $acyclic-15 (param i32) (result i32)
      (call $acyclic-14 (call $acyclic-14 (call $acyclic-14 (call $acyclic-14
      (call $acyclic-14 (call $acyclic-14 (call $acyclic-14 (call $acyclic-14 (local.get 0))))))))))
    (func (export "acyclic") (param i32) (result i32) (call $acyclic-15 (local.get 0)))

    ;; Spends its time in the host.
    (func (export "host-calls") (param i32) (result i32)
      (loop $again
        (call $log (i32.const 0) (i32.const 4) (i32.const 16) (i32.const 7))
        (br $again))
      unreachable)

    ;; Calls the host at every depth of an endless recursion, so that the stack ends inside of the host now and then.
    (func $edge (export "edge") (param i32) (result i32)
      (call $log (i32.const 0) (i32.const 4) (i32.const 16) (i32.const 7))
      (i32.add (call $edge (local.get 0)) (i32.const 1)))

    ;; Grows the table as far as it may and fills all of it, again and again.
    (func (export "table-flood") (param i32) (result i32)
      (loop $again
        (drop (table.grow $steps (ref.null func) (i32.const 1000)))
        (table.fill $steps (i32.const 0) (ref.func $indirect-odd) (table.size $steps))
        (table.fill $steps (i32.const 0) (ref.func $indirect-even) (table.size $steps))
        (br $again))
      unreachable))
  (core instance $guest (instantiate $Guest
    (with "logger" (instance (export "log" (func $log))))))

  (func (export "loop") (param "n" s32) (result s32) (canon lift (core func $guest "loop")))
  (func (export "br-if") (param "n" s32) (result s32) (canon lift (core func $guest "br-if")))
  (func (export "br-table") (param "n" s32) (result s32) (canon lift (core func $guest "br-table")))
  (func (export "mutual") (param "n" s32) (result s32) (canon lift (core func $guest "mutual")))
  (func (export "indirect") (param "n" s32) (result s32) (canon lift (core func $guest "indirect")))
  (func (export "acyclic") (param "n" s32) (result s32) (canon lift (core func $guest "acyclic")))
  (func (export "host-calls") (param "n" s32) (result s32) (canon lift (core func $guest "host-calls")))
  (func (export "edge") (param "n" s32) (result s32) (canon lift (core func $guest "edge")))
  (func (export "table-flood") (param "n" s32) (result s32) (canon lift (core func $guest "table-flood")))
)
