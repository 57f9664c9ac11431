// The limit of bulk loading: the events of a timeline database put into a new one of the same
// schema by a loop over SQLite's C interface, then its indexes, then its full-text index.
//
// usage: load-limit FILE NEW-FILE
// build: cc -O2 -o load-limit load-limit.c -lsqlite3
// Prints the CPU seconds of rows, indexes and full text, and the number of events.

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void fail(const char *what, sqlite3 *db) {
  fprintf(stderr, "load-limit: %s: %s\n", what, db ? sqlite3_errmsg(db) : "no database");
  exit(1);
}

static void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0) != SQLITE_OK) fail(sql, db);
}

static double cpu(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

// Rows of a table as values in memory, so that reading them is not counted.
struct rows {
  sqlite3_value **values;
  size_t count, capacity;
  int columns;
  char insert[2000];
};

static struct rows read_table(sqlite3 *db, const char *table) {
  struct rows rows = {0};
  char sql[300], names[1500] = "", places[200] = "";
  sqlite3_stmt *statement;
  // Generated columns compute themselves.
  snprintf(sql, sizeof sql, "SELECT group_concat(name, ', '), group_concat('?', ', ') FROM "
           "(SELECT name FROM pragma_table_xinfo('%s') WHERE hidden = 0 ORDER BY cid)", table);
  if (sqlite3_prepare_v2(db, sql, -1, &statement, 0) || sqlite3_step(statement) != SQLITE_ROW)
    fail(sql, db);
  snprintf(names, sizeof names, "%s", sqlite3_column_text(statement, 0));
  snprintf(places, sizeof places, "%s", sqlite3_column_text(statement, 1));
  sqlite3_finalize(statement);
  snprintf(rows.insert, sizeof rows.insert, "INSERT INTO %s (%s) VALUES (%s)", table, names, places);
  char select[2000];
  snprintf(select, sizeof select, "SELECT %s FROM %s", names, table);
  if (sqlite3_prepare_v2(db, select, -1, &statement, 0)) fail(select, db);
  rows.columns = sqlite3_column_count(statement);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int column = 0; column < rows.columns; column++) {
      if (rows.count == rows.capacity) {
        rows.capacity = rows.capacity ? 2 * rows.capacity : 1 << 20;
        rows.values = realloc(rows.values, rows.capacity * sizeof *rows.values);
        if (!rows.values) fail("memory", 0);
      }
      rows.values[rows.count++] = sqlite3_value_dup(sqlite3_column_value(statement, column));
    }
  }
  sqlite3_finalize(statement);
  return rows;
}

static void insert_all(sqlite3 *db, struct rows *rows) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(db, rows->insert, -1, &statement, 0)) fail(rows->insert, db);
  for (size_t index = 0; index < rows->count; index += rows->columns) {
    for (int column = 0; column < rows->columns; column++)
      sqlite3_bind_value(statement, column + 1, rows->values[index + column]);
    if (sqlite3_step(statement) != SQLITE_DONE) fail(rows->insert, db);
    sqlite3_reset(statement);
  }
  sqlite3_finalize(statement);
}

// Makes what the schema of the source has of a kind; tables of full text come by themselves.
static void copy_schema(sqlite3 *from, sqlite3 *to, const char *condition) {
  sqlite3_stmt *statement;
  char sql[400];
  snprintf(sql, sizeof sql, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND %s", condition);
  if (sqlite3_prepare_v2(from, sql, -1, &statement, 0)) fail(sql, from);
  while (sqlite3_step(statement) == SQLITE_ROW)
    run(to, (const char *)sqlite3_column_text(statement, 0));
  sqlite3_finalize(statement);
}

int main(int count, char **arguments) {
  sqlite3 *from, *to;
  if (count != 3) return 64;
  if (sqlite3_open_v2(arguments[1], &from, SQLITE_OPEN_READONLY, 0)) fail(arguments[1], from);
  remove(arguments[2]);
  if (sqlite3_open(arguments[2], &to)) fail(arguments[2], to);
  struct rows events = read_table(from, "event_record");
  struct rows participants = read_table(from, "event_participant");
  run(to, "PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = ON; BEGIN");
  copy_schema(from, to, "type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
              "AND name NOT LIKE '%\\_text\\_%' ESCAPE '\\'");
  copy_schema(from, to, "type = 'view' OR name = 'event_text'");
  double start = cpu();
  insert_all(to, &events);
  insert_all(to, &participants);
  double rows = cpu();
  copy_schema(from, to, "type = 'index' AND tbl_name IN ('event_record', 'event_participant')");
  double indexes = cpu();
  run(to, "INSERT INTO event_text (event_text) VALUES ('rebuild'); COMMIT");
  double text = cpu();
  printf("%.3f %.3f %.3f %zu\n", rows - start, indexes - rows, text - indexes,
         events.count / events.columns);
  return 0;
}
