/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-statement"

#include "cvn-statement.h"

#include "cvn-db.h"

#include <sqlite3.h>
#include <string.h>

struct _CvnStatement
{
  CvnDb        *db;
  sqlite3_stmt *stmt;
  int           rc;     /* of the first bind that failed: told by the next step */
  gboolean      cached; /* belongs to the connection, which keeps it for the next use */
  gboolean      in_use;
};

/** cvn_statement_new: wraps @stmt, which is taken over; for cvn_db_prepare() only. */
CvnStatement *
cvn_statement_new (CvnDb        *db,
                   sqlite3_stmt *stmt)
{
  CvnStatement *self = g_new0 (CvnStatement, 1);

  self->db = db;
  self->stmt = stmt;
  return self;
}

/** cvn_statement_destroy: ends the statement for good. */
void
cvn_statement_destroy (CvnStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

/** cvn_statement_borrow: takes a kept statement into use; FALSE when somebody has it now. */
gboolean
cvn_statement_borrow (CvnStatement *self)
{
  if (self->in_use)
    return FALSE;
  self->cached = TRUE;
  self->in_use = TRUE;
  return TRUE;
}

/** cvn_statement_free: gives the statement back to its connection. */
void
cvn_statement_free (CvnStatement *self)
{
  if (self == NULL)
    return;
  if (!self->cached)
    {
      cvn_statement_destroy (self);
      return;
    }
  cvn_statement_reset (self);
  sqlite3_clear_bindings (self->stmt);
  self->in_use = FALSE;
}

static void
note (CvnStatement *self,
      int           rc)
{
  if (self->rc == SQLITE_OK)
    self->rc = rc;
}

/** cvn_statement_bind_value: gives parameter @position (from 1) its value, which must live until the statement is reset. */
void
cvn_statement_bind_value (CvnStatement   *self,
                          int             position,
                          const CvnValue *value)
{
  switch (value->type)
    {
    case CVN_VALUE_INTEGER:
      note (self, sqlite3_bind_int64 (self->stmt, position, value->integer));
      break;
    case CVN_VALUE_TEXT:
      note (self, sqlite3_bind_text (self->stmt, position, value->text, -1, SQLITE_STATIC));
      break;
    case CVN_VALUE_NONE:
    default:
      note (self, sqlite3_bind_null (self->stmt, position));
      break;
    }
}

/** cvn_statement_bind_integer: gives parameter @position (from 1) a number. */
void
cvn_statement_bind_integer (CvnStatement *self,
                            int           position,
                            gint64        integer)
{
  note (self, sqlite3_bind_int64 (self->stmt, position, integer));
}

/** cvn_statement_bind_text: gives parameter @position (from 1) a text, NULL for nothing; it must live until the statement is reset. */
void
cvn_statement_bind_text (CvnStatement *self,
                         int           position,
                         const char   *text)
{
  note (self, sqlite3_bind_text (self->stmt, position, text, -1, SQLITE_STATIC));
}

/** cvn_statement_bind_part: as cvn_statement_bind_text(), the first @length bytes of @text, which has as many at least. */
void
cvn_statement_bind_part (CvnStatement *self,
                         int           position,
                         const char   *text,
                         int           length)
{
  note (self, sqlite3_bind_text (self->stmt, position, text, length, SQLITE_STATIC));
}

/** cvn_statement_bind_named: gives the parameter written as @name (":year") its value, if the SQL has it. */
void
cvn_statement_bind_named (CvnStatement   *self,
                          const char     *name,
                          const CvnValue *value)
{
  int position = sqlite3_bind_parameter_index (self->stmt, name);

  if (position > 0)
    cvn_statement_bind_value (self, position, value);
}

static void
bind_bytes (CvnStatement *self,
            int           position,
            GBytes       *bytes)
{
  gsize         length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  note (self, length == 0 ? sqlite3_bind_zeroblob (self->stmt, position, 0) : sqlite3_bind_blob64 (self->stmt, position, data, length, SQLITE_STATIC));
}

/** cvn_statement_bind_va: as cvn_statement_bind(); texts that are not @copied must live until the statement is given back. */
void
cvn_statement_bind_va (CvnStatement *self,
                       gboolean      copied,
                       const char   *types,
                       va_list       values)
{
  g_return_if_fail ((int) strlen (types) == sqlite3_bind_parameter_count (self->stmt));

  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
        note (self, sqlite3_bind_text (self->stmt, i + 1, va_arg (values, const char *), -1, copied ? SQLITE_TRANSIENT : SQLITE_STATIC));
        break;
      case 'i':
        note (self, sqlite3_bind_int64 (self->stmt, i + 1, va_arg (values, gint64)));
        break;
      case 'b':
        bind_bytes (self, i + 1, va_arg (values, GBytes *));
        break;
      case 'v':
        cvn_statement_bind_value (self, i + 1, va_arg (values, const CvnValue *));
        break;
      default:
        g_assert_not_reached ();
      }
}

/**
 * cvn_statement_bind:
 * @types: a letter for each parameter of the SQL, exactly as many: s text (copied; NULL for nothing), i #gint64, v #CvnValue (borrowed),
 *   b #GBytes (borrowed)
 *
 * Gives all parameters their values. What fails is told by the next step.
 */
void
cvn_statement_bind (CvnStatement *self,
                    const char   *types,
                    ...)
{
  va_list values;

  va_start (values, types);
  cvn_statement_bind_va (self, TRUE, types, values);
  va_end (values);
}

/**
 * cvn_statement_step:
 * @has_row: (out): whether there is a row to read
 *
 * Goes to the next row. Returns: FALSE with @error set when that fails.
 */
gboolean
cvn_statement_step (CvnStatement *self,
                    gboolean     *has_row,
                    GError      **error)
{
  int rc = self->rc;

  cvn_db_check_thread (self->db);
  *has_row = FALSE;
  if (rc == SQLITE_OK)
    rc = sqlite3_step (self->stmt);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    {
      cvn_db_set_error (self->db, rc, error);
      return FALSE;
    }
  *has_row = rc == SQLITE_ROW;
  return TRUE;
}

/** cvn_statement_run: runs a statement that gives no rows and makes it ready for the next values. */
gboolean
cvn_statement_run (CvnStatement *self,
                   GError      **error)
{
  gboolean has_row;
  gboolean done = cvn_statement_step (self, &has_row, error);

  cvn_statement_reset (self);
  return done;
}

/** cvn_statement_reset: goes back to before the first row; the values stay bound. */
void
cvn_statement_reset (CvnStatement *self)
{
  sqlite3_reset (self->stmt);
  self->rc = SQLITE_OK;
}

/** cvn_statement_get_n_columns: how many columns a row has. */
int
cvn_statement_get_n_columns (CvnStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

/** cvn_statement_get_column_name: the name of column @column (from 0), owned by the statement. */
const char *
cvn_statement_get_column_name (CvnStatement *self,
                               int           column)
{
  return sqlite3_column_name (self->stmt, column);
}

/** cvn_statement_is_null: whether column @column (from 0) of this row is empty. */
gboolean
cvn_statement_is_null (CvnStatement *self,
                       int           column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/** cvn_statement_get_integer: the number in column @column (from 0), 0 when it is empty. */
gint64
cvn_statement_get_integer (CvnStatement *self,
                           int           column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/** cvn_statement_get_text: the text in column @column (from 0), or NULL; good until the next step. */
const char *
cvn_statement_get_text (CvnStatement *self,
                        int           column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/** cvn_statement_dup_bytes: (transfer full): column @column (from 0) of the row as bytes; none for nothing. */
GBytes *
cvn_statement_dup_bytes (CvnStatement *self,
                         int           column)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, data != NULL ? (gsize) sqlite3_column_bytes (self->stmt, column) : 0);
}

/** cvn_statement_get_value: copies column @column (from 0) into @value. */
void
cvn_statement_get_value (CvnStatement *self,
                         int           column,
                         CvnValue     *value)
{
  switch (sqlite3_column_type (self->stmt, column))
    {
    case SQLITE_NULL:
      cvn_value_clear (value);
      break;
    case SQLITE_INTEGER:
      cvn_value_set_integer (value, sqlite3_column_int64 (self->stmt, column));
      break;
    default:
      cvn_value_set_text (value, cvn_statement_get_text (self, column));
      break;
    }
}
