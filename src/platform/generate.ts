import { Client } from 'pg'

/**
 * The text of `src/platform/tables.ts`: the types Kysely checks queries against, read from the migrated database.
 * Names are camelCase as `CamelCasePlugin` makes them; other schemas keep their prefix: `publication.opportunities`.
 */
export async function generateTables(ownerUrl: string): Promise<string> {
  const columns = await ask<Column>(ownerUrl, COLUMNS)
  const relations = [...new Set(columns.map(({ relation }) => relation))]
  const shapes = relations.map((relation) => {
    const lines = columns
      .filter((column) => column.relation === relation)
      .map((column) => `  ${camel(column.name)}: ${typeOf(column)}`)
    return `export interface ${interfaceName(relation)} {\n${lines.join('\n')}\n}`
  })
  const index = relations.map((relation) => `  ${keyOf(relation)}: ${interfaceName(relation)}`)
  const imported = ['Generated', 'GeneratedAlways'].filter((name) => shapes.some((shape) => shape.includes(`${name}<`)))
  const imports = imported.length ? `import type { ${imported.join(', ')} } from 'kysely'\n\n` : ''

  return `// Generated from the migrations by bin/check --fix. Do not edit.
${imports}${shapes.join('\n\n')}

export interface DB {
${index.join('\n')}
}
`
}

/**
 * The text of `db/schema.sql`: the shape of the migrated database, the same for the same migrations, so that a review
 * shows what a migration does. It is for reading; databases are made by migrations.
 */
export async function generateSchema(ownerUrl: string): Promise<string> {
  const rows = await ask<{ statement: string }>(ownerUrl, SCHEMA)
  const statements = rows.map(({ statement }) => statement.replaceAll(/[ \t]+$/gm, '').trim())
  return `-- Generated from the migrations by bin/check --fix. For reading: do not edit, do not run.\n\n${statements.join('\n\n')}\n`
}

type Column = {
  relation: string
  name: string
  type: string
  nullable: boolean
  hasDefault: boolean
  generatedAlways: boolean
  /** The one check that limits this column alone to a list of words. */
  list: string | null
}

async function ask<Row extends object>(ownerUrl: string, question: string): Promise<Row[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`set search_path = pg_catalog`) // so that every other name is printed with its schema
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}

function typeOf(column: Column): string {
  const base = column.list ? unionOf(column.list) : baseTypeOf(column)
  const full = column.nullable ? `${base} | null` : base
  if (column.generatedAlways) return `GeneratedAlways<${full}>`
  return column.hasDefault ? `Generated<${full}>` : full
}

function baseTypeOf({ type, relation, name }: Column): string {
  if (type.endsWith('[]')) return `${plainType(type.slice(0, -2), relation, name)}[]`
  return plainType(type, relation, name)
}

/** What `pg` answers with the parsers of `db.ts`: days stay text, 64-bit counts become numbers. */
function plainType(type: string, relation: string, name: string): string {
  if (/^(timestamp|timestamptz)/.test(type)) return 'Date'
  if (/^(smallint|integer|bigint|numeric|real|double precision)/.test(type)) return 'number'
  if (/^(text|character|uuid|date|time|inet|citext|tsvector|name|xid8)/.test(type)) return 'string'
  if (type === 'boolean') return 'boolean'
  if (type === 'bytea') return 'Buffer'
  if (/^jsonb?$/.test(type)) return 'unknown'
  throw new Error(`The generator of tables.ts does not know the type ${type} of ${relation}.${name}.`)
}

/** `CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text])))` reads as `'draft' | 'open'`. */
function unionOf(check: string): string {
  const words = [...check.matchAll(/'((?:[^']|'')*)'::/g)].map(([, word]) => `'${word}'`)
  return words.join(' | ')
}

function camel(name: string): string {
  if (/_\d/.test(name))
    throw new Error(`${name}: a digit after an underscore does not survive the way to camelCase and back.`)
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function interfaceName(relation: string): string {
  return relation
    .split(/[._]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}

const keyOf = (relation: string): string =>
  relation.includes('.') ? `'${relation.split('.').map(camel).join('.')}'` : camel(relation)

/** Ours: neither the system's, nor the job queue's, nor an extension's. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') and n.nspname !~ '^pg_'`
const NOT_OF_EXTENSION = (oid: string) =>
  `not exists (select 1 from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`

const COLUMNS = `
  select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as relation,
         a.attname as name,
         format_type(a.atttypid, null) as type,
         not a.attnotnull as nullable,
         (a.atthasdef and a.attgenerated = '') or a.attidentity = 'd' as "hasDefault",
         a.attgenerated <> '' or a.attidentity = 'a' as "generatedAlways",
         (select min(pg_get_constraintdef(k.oid)) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
            and pg_get_constraintdef(k.oid) ~
              ('^CHECK \\(\\("?' || a.attname || '"? = ANY \\(ARRAY\\[(''[a-zA-Z0-9_.-]*''::text(, )?)+\\]\\)\\)\\)$')) as list
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped and ${NOT_OF_EXTENSION('c.oid')}
  order by n.nspname <> 'public', n.nspname, c.relname collate "C", a.attnum`

const SCHEMA = `
  select statement from (
    select 1 as part, extname::text as name, format('create extension %I;', extname) as statement
    from pg_extension where extname <> 'plpgsql'
    union all
    select 2, n.nspname, format('create schema %I;', n.nspname) || E'\\n' ||
      coalesce((select string_agg(format('grant %s on schema %I to %s;', p.privilege_type, n.nspname, grantee), E'\\n'
                order by grantee, p.privilege_type)
         from (select x.privilege_type, case x.grantee when 0 then 'public' else x.grantee::regrole::text end as grantee
               from aclexplode(n.nspacl) x where x.grantee <> n.nspowner) p), '')
    from pg_namespace n where ${OURS}
    union all
    select 3, format('%I.%I', n.nspname, c.relname),
      format('create %s %I.%I (' || E'\\n', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else
             case c.relpersistence when 'u' then 'unlogged table' else 'table' end end, n.nspname, c.relname) ||
      (select string_agg('  ' || line, E',\\n' order by kind, place, line) from (
         select 1 as kind, a.attnum::int as place, format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)) ||
           case a.attidentity when 'a' then ' generated always as identity' when 'd' then ' generated by default as identity' else '' end ||
           coalesce(case when a.attgenerated <> '' then format(' generated always as (%s) stored', pg_get_expr(f.adbin, f.adrelid))
                    else ' default ' || pg_get_expr(f.adbin, f.adrelid) end, '') ||
           case when a.attnotnull then ' not null' else '' end as line
         from pg_attribute a left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         union all
         select 2, case k.contype when 'p' then 1 when 'u' then 2 when 'f' then 3 else 4 end,
                format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true))
         from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
       ) lines) || E'\\n)' ||
      case when c.relkind in ('v', 'm') then E' as\\n' || pg_get_viewdef(c.oid, true) else ';' end ||
      case when c.reloptions is not null and c.relkind = 'r' then format(E'\\nalter table %I.%I set (%s);', n.nspname, c.relname, array_to_string(c.reloptions, ', ')) else '' end ||
      case when pg_get_userbyid(c.relowner) <> current_user then format(E'\\nalter table %I.%I owner to %I;', n.nspname, c.relname, pg_get_userbyid(c.relowner)) else '' end ||
      case when c.relrowsecurity then format(E'\\nalter table %I.%I enable row level security;', n.nspname, c.relname) else '' end ||
      case when c.relforcerowsecurity then format(E'\\nalter table %I.%I force row level security;', n.nspname, c.relname) else '' end ||
      coalesce((select E'\\n' || string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by i.indexrelid::regclass::text collate "C")
         from pg_index i where i.indrelid = c.oid and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid and k.contype in ('p', 'u', 'x'))), '') ||
      coalesce((select E'\\n' || string_agg(pg_get_triggerdef(t.oid) || ';', E'\\n' order by t.tgname)
         from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal), '') ||
      coalesce((select E'\\n' || string_agg(format('create policy %I on %I.%I as %s for %s to %s', p.policyname, n.nspname, c.relname, lower(p.permissive), lower(p.cmd), array_to_string(p.roles, ', ')) ||
           coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '') || ';', E'\\n' order by p.policyname)
         from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), '') ||
      coalesce((select E'\\n' || string_agg(format('grant %s on %I.%I to %s;', privileges, n.nspname, c.relname, grantee), E'\\n' order by grantee)
         from (select string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as privileges,
                      case x.grantee when 0 then 'public' else x.grantee::regrole::text end as grantee
               from aclexplode(c.relacl) x where x.grantee <> c.relowner group by 2) g), '') ||
      coalesce((select E'\\n' || string_agg(format('grant %s (%s) on %I.%I to %s;', privilege, columns, n.nspname, c.relname, grantee), E'\\n' order by grantee, privilege)
         from (select lower(x.privilege_type) as privilege, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
                      case x.grantee when 0 then 'public' else x.grantee::regrole::text end as grantee
               from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = c.oid and a.attnum > 0 and x.grantee <> c.relowner group by 1, 3) g), '')
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and ${NOT_OF_EXTENSION('c.oid')}
    union all
    select 4, format('%I.%I', n.nspname, c.relname),
      format('create sequence %I.%I as %s;', n.nspname, c.relname, format_type(s.seqtypid, null)) ||
      coalesce((select E'\\n' || string_agg(format('grant %s on sequence %I.%I to %s;', privileges, n.nspname, c.relname, grantee), E'\\n' order by grantee)
         from (select string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as privileges, x.grantee::regrole::text as grantee
               from aclexplode(c.relacl) x where x.grantee <> c.relowner group by 2) g), '')
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence s on s.seqrelid = c.oid
    where ${OURS} and c.relkind = 'S'
    union all
    select 5, format('%I.%I(%s)', n.nspname, f.proname, pg_get_function_identity_arguments(f.oid)),
      rtrim(pg_get_functiondef(f.oid), E' \\n') || ';' ||
      case when pg_get_userbyid(f.proowner) <> current_user then format(E'\\nalter routine %s owner to %I;', f.oid::regprocedure, pg_get_userbyid(f.proowner)) else '' end ||
      case when f.proacl is null then '' else
        coalesce((select E'\\n' || string_agg(format('grant execute on routine %s to %s;', f.oid::regprocedure, grantee), E'\\n' order by grantee)
          from (select case x.grantee when 0 then 'public' else x.grantee::regrole::text end as grantee
                from aclexplode(f.proacl) x where x.grantee <> f.proowner) g), '') end
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    where ${OURS} and f.prokind in ('f', 'p') and ${NOT_OF_EXTENSION('f.oid')}
  ) parts
  order by part, name collate "C"`
