package dev.nacre.sql.ddl;

/** Is a statement that Nacre runs itself and H2 does not know. */
public sealed interface NacreStatement extends SqlFragment
        permits ComponentRights,
                CreateComponent,
                CreateFunction,
                DescribeComponent,
                DescribeFunction,
                DropComponent,
                DropFunction,
                FunctionRights,
                ImportFunctions,
                SetSetting,
                ShowComponents,
                ShowCreateComponent,
                ShowCreateFunction,
                ShowFunctions {}
