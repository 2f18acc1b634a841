;; Imports an instance of instances in which there is nothing to provide.
(component
  (import "types" (instance
    (export "inner" (instance (type $t u32) (export "t" (type (eq $t))))))))
