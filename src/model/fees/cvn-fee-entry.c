/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-entry"

#include "cvn-fee-entry.h"

#include "cvn-error.h"
#include "cvn-fee-grid.h"
#include "cvn-query.h"
#include "cvn-record.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

#define KIND     "registration_count"
#define N_MONTHS 12

/* A report names no more cells than these; the others are counted. */
#define MOST_NAMED 5

/* A cell and what it shall hold, so that the sheet may move on to another year before it is written. */
typedef struct
{
  const char *municipality; /* owned by the change */
  gint64      month;
  gboolean    has_value;
  gint64      value;
} Cell;

typedef struct
{
  GArray       *cells;
  GStringChunk *texts;
  const char   *group;
  const char   *field; /* what is counted */
  char         *subject;
} Change;

struct _CvnFeeEntry
{
  GObject parent_instance;

  CvnFeeSheet  *sheet;
  GQueue       *waiting; /* of Change: the next looks for the records that the one before may have made */
  Change       *current;
  GCancellable *cancellable;
};

typedef enum {
  SIGNAL_WRITTEN,
  SIGNAL_FAILED,
} CvnFeeEntrySignal;

static guint signals[SIGNAL_FAILED + 1];

G_DEFINE_FINAL_TYPE (CvnFeeEntry, cvn_fee_entry, G_TYPE_OBJECT)

static void start_next (CvnFeeEntry *self);

static void
change_free (Change *change)
{
  g_array_unref (change->cells);
  g_string_chunk_free (change->texts);
  g_free (change->subject);
  g_free (change);
}

static GPtrArray *
find_records (CvnReader    *reader,
              const Change *change,
              GCancellable *cancellable,
              GError      **error)
{
  const CvnKind *kind = cvn_kind_find (KIND);
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = NULL;
  gint64 first = G_MAXINT64;
  gint64 last = 0;

  for (guint i = 0; i < change->cells->len; i++)
    {
      first = MIN (first, g_array_index (change->cells, Cell, i).month);
      last = MAX (last, g_array_index (change->cells, Cell, i).month);
    }
  cvn_query_add_integer (query, "month", CVN_MATCH_AT_LEAST, first);
  cvn_query_add_integer (query, "month", CVN_MATCH_AT_MOST, last);
  cvn_query_add_text (query, "target_group", CVN_MATCH_EQUAL, change->group);
  if (change->cells->len == 1)
    cvn_query_add_text (query, "municipality", CVN_MATCH_EQUAL, g_array_index (change->cells, Cell, 0).municipality);
  seqs = cvn_reader_list (reader, query, cancellable, error);
  return seqs != NULL ? cvn_reader_get_rows (reader, kind, (const gint64 *) (gpointer) seqs->data, seqs->len, error) : NULL;
}

static gpointer
read_records (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return find_records (reader, data, cancellable, error);
}

static CvnRecord *
find_record (GPtrArray  *records,
             const Cell *cell)
{
  for (guint i = 0; i < records->len; i++)
    if (cvn_record_get_integer (records->pdata[i], "month") == cell->month &&
        g_strcmp0 (cvn_record_get_text (records->pdata[i], "municipality"), cell->municipality) == 0)
      return records->pdata[i];
  return NULL;
}

static void
add_cell (CvnChangeSet *changes,
          const Change *change,
          const Cell   *cell,
          CvnRecord    *before)
{
  gboolean counts = g_str_equal (change->field, "count");
  g_autoptr (CvnRecord) after = before != NULL ? cvn_record_copy (before) : cvn_record_new (cvn_kind_find (KIND));

  if (before == NULL && !cell->has_value)
    return;
  if (counts && !cell->has_value)
    {
      cvn_change_set_delete (changes, before);
      return;
    }
  cvn_record_set_integer (after, "month", cell->month);
  cvn_record_set_text (after, "municipality", cell->municipality);
  cvn_record_set_text (after, "target_group", change->group);
  if (cell->has_value)
    cvn_record_set_integer (after, change->field, cell->value);
  else
    cvn_record_unset (after, change->field);
  if (before == NULL && !counts)
    cvn_record_set_integer (after, "count", 0);
  if (before == NULL)
    cvn_change_set_add (changes, after);
  else if (!cvn_record_equal (before, after))
    cvn_change_set_edit (changes, before, after);
}

/* Says how it went, unless nobody wants to know any more, and goes on with what waits. */
/* Where the only cell of a change is in the sheet as it is now; -1 when there are several, or the sheet shows something else. */
static int
find_place (CvnFeeEntry  *self,
            const Change *change)
{
  const Cell *cell = &g_array_index (change->cells, Cell, 0);
  const char *field = cvn_fee_sheet_get_measure (self->sheet) == CVN_FEE_MEASURE_PAID ? "paid_count" : "count";

  if (change->cells->len != 1 || !cvn_fee_sheet_is_editable (self->sheet) || cell->month / N_MONTHS != cvn_fee_sheet_get_year (self->sheet) ||
      g_strcmp0 (change->group, cvn_fee_sheet_get_group (self->sheet)) != 0 || !g_str_equal (change->field, field))
    return -1;
  for (guint row = 0; row < cvn_fee_sheet_get_n_rows (self->sheet); row++)
    if (g_strcmp0 (cvn_fee_sheet_get_id (self->sheet, row), cell->municipality) == 0)
      return (int) (row * N_MONTHS + (guint) (cell->month % N_MONTHS));
  return -1;
}

static void
tell_failure (CvnFeeEntry  *self,
              const Change *change,
              const GError *error)
{
  const Cell      *cell = &g_array_index (change->cells, Cell, 0);
  g_autofree char *typed = cell->has_value ? g_strdup_printf ("%" G_GINT64_FORMAT, cell->value) : g_strdup ("");

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message, find_place (self, change), typed);
}

static void
end_change (CvnFeeEntry  *self,
            const GError *error)
{
  Change *change = g_steal_pointer (&self->current);

  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, change->cells->len);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (self, change, error);
  change_free (change);
  start_next (self);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnFeeEntry) self = data;
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  end_change (self, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnFeeEntry) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = cvn_store_read_finish (CVN_STORE (source), result, &error);
  g_autoptr (CvnChangeSet) changes = NULL;

  if (records == NULL)
    {
      end_change (self, error);
      return;
    }
  changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find (KIND), self->current->subject);
  for (guint i = 0; i < self->current->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->current->cells, Cell, i);

      add_cell (changes, self->current, cell, find_record (records, cell));
    }
  if (cvn_change_set_get_n (changes) == 0)
    end_change (self, NULL);
  else
    cvn_centre_apply_async (cvn_fee_sheet_get_centre (self->sheet), changes, NULL, applied_cb, g_object_ref (self));
}

static void
start_next (CvnFeeEntry *self)
{
  CvnStore *store = cvn_centre_get_store (cvn_fee_sheet_get_centre (self->sheet));

  if (self->current != NULL || store == NULL)
    return;
  self->current = g_queue_pop_head (self->waiting);
  if (self->current != NULL)
    cvn_store_read_async (store, read_records, self->current, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb, g_object_ref (self));
}

static void
cvn_fee_entry_finalize (GObject *object)
{
  CvnFeeEntry *self = CVN_FEE_ENTRY (object);

  g_queue_free_full (self->waiting, (GDestroyNotify) change_free);
  g_clear_pointer (&self->current, change_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (cvn_fee_entry_parent_class)->finalize (object);
}

static void
cvn_fee_entry_class_init (CvnFeeEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_fee_entry_finalize;
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", CVN_TYPE_FEE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", CVN_TYPE_FEE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
}

static void
cvn_fee_entry_init (CvnFeeEntry *self)
{
  self->waiting = g_queue_new ();
  self->cancellable = g_cancellable_new ();
}

/** cvn_fee_entry_new: (transfer full): writes to the centre of @sheet. Main thread. */
CvnFeeEntry *
cvn_fee_entry_new (CvnFeeSheet *sheet)
{
  CvnFeeEntry *self = g_object_new (CVN_TYPE_FEE_ENTRY, NULL);

  self->sheet = g_object_ref (sheet);
  return self;
}

/** cvn_fee_entry_is_writing: whether something is not in the file yet. */
gboolean
cvn_fee_entry_is_writing (CvnFeeEntry *self)
{
  return self->current != NULL;
}

static char *
make_subject (CvnFeeEntry      *self,
              const CvnFeeEdit *edits,
              guint             n_edits)
{
  if (n_edits == 1)
    return cvn_fee_sheet_dup_cell_name (self->sheet, edits->row, edits->month);
  return g_strdup_printf (ngettext ("%u registration count", "%u registration counts", n_edits), n_edits);
}

/**
 * cvn_fee_entry_write:
 * @edits: (array length=n_edits): cells of the sheet as it is now, each checked with cvn_fee_sheet_check()
 *
 * Writes them in one step, after what waits already. "written" or "failed" follows.
 */
void
cvn_fee_entry_write (CvnFeeEntry      *self,
                     const CvnFeeEdit *edits,
                     guint             n_edits)
{
  Change *change;

  g_return_if_fail (n_edits > 0 && cvn_fee_sheet_is_editable (self->sheet));

  change = g_new0 (Change, 1);
  change->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  change->texts = g_string_chunk_new (256);
  change->group = g_string_chunk_insert (change->texts, cvn_fee_sheet_get_group (self->sheet));
  change->field = cvn_fee_sheet_get_measure (self->sheet) == CVN_FEE_MEASURE_PAID ? "paid_count" : "count";
  change->subject = make_subject (self, edits, n_edits);
  for (guint i = 0; i < n_edits; i++)
    {
      const char *id = g_string_chunk_insert_const (change->texts, cvn_fee_sheet_get_id (self->sheet, edits[i].row));
      Cell        cell = { id, (gint64) cvn_fee_sheet_get_year (self->sheet) * N_MONTHS + edits[i].month, edits[i].has_value, edits[i].value };

      g_array_append_val (change->cells, cell);
    }
  g_queue_push_tail (self->waiting, change);
  start_next (self);
}

/* What a cell of a block becomes in the sheet; FALSE with a sentence when it cannot be. */
static gboolean
make_edit (CvnFeeEntry      *self,
           const CvnFeeCell *cell,
           guint             row,
           guint             month,
           CvnFeeEdit       *edit,
           GError          **error)
{
  *edit = (CvnFeeEdit){ row, month, cell->state == CVN_FEE_CELL_COUNT, cell->count };
  if (cell->state == CVN_FEE_CELL_WRONG)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, cell->error);
      return FALSE;
    }
  return cvn_fee_sheet_check (self->sheet, row, month, edit->has_value ? &edit->value : NULL, error);
}

/**
 * cvn_fee_entry_set_text:
 * @text: what was typed; nothing empties the cell
 *
 * Writes one cell. Fails with a sentence that says what is expected; nothing is written then.
 */
gboolean
cvn_fee_entry_set_text (CvnFeeEntry *self,
                        guint        row,
                        guint        month,
                        const char  *text,
                        GError     **error)
{
  g_autoptr (CvnFeeGrid) grid = cvn_fee_grid_new (1, 1);
  CvnFeeEdit edit;
  gint64     now = 0;
  gboolean   known = cvn_fee_sheet_get (self->sheet, row, month, &now);

  cvn_fee_grid_set (grid, 0, 0, text, cvn_interface_language ());
  if (!make_edit (self, cvn_fee_grid_get (grid, 0, 0), row, month, &edit, error))
    return FALSE;
  if (known != edit.has_value || now != edit.value)
    cvn_fee_entry_write (self, &edit, 1);
  return TRUE;
}

static void
add_refusal (CvnFeeEntry *self,
             GString     *lines,
             guint        row,
             guint        month,
             const char  *message)
{
  g_autofree char *name = cvn_fee_sheet_dup_cell_name (self->sheet, row, month);

  g_string_append_printf (lines, "\n%s: %s", name, message);
}

static char *
make_report (guint       n_written,
             guint       n_refused,
             const char *lines)
{
  g_autofree char *written = g_strdup_printf (ngettext ("%u cell pasted.", "%u cells pasted.", n_written), n_written);
  g_autofree char *refused = g_strdup_printf (ngettext ("%u cell refused:", "%u cells refused:", n_refused), n_refused);

  return n_refused == 0 ? g_steal_pointer (&written) : g_strconcat (written, " ", refused, lines, NULL);
}

/**
 * cvn_fee_entry_paste:
 * @row: where the first cell of the block goes
 * @month: and in which month, 0 to 11
 * @text: a block from a spreadsheet
 * @report: (out) (transfer full): how many cells were taken, and which were refused and why
 *
 * Writes the cells that are right in one step; empty ones leave what is there. Fails when the block as a whole cannot be
 * pasted here; nothing is written then.
 */
gboolean
cvn_fee_entry_paste (CvnFeeEntry *self,
                     guint        row,
                     guint        month,
                     const char  *text,
                     char       **report,
                     GError     **error)
{
  g_autoptr (CvnFeeGrid) block = cvn_fee_grid_parse (text, cvn_interface_language (), error);
  g_autoptr (CvnFeeGrid) whole = cvn_fee_grid_new (cvn_fee_sheet_get_n_rows (self->sheet), N_MONTHS);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (CvnFeeEdit));
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_refused = 0;

  if (block == NULL || !cvn_fee_grid_paste (whole, block, row, month, error))
    return FALSE;
  for (guint i = 0; i < whole->n_rows * N_MONTHS; i++)
    {
      g_autoptr (GError) problem = NULL;
      CvnFeeEdit edit;

      if (whole->cells[i].state == CVN_FEE_CELL_EMPTY)
        continue;
      if (make_edit (self, &whole->cells[i], i / N_MONTHS, i % N_MONTHS, &edit, &problem))
        g_array_append_val (edits, edit);
      else if (++n_refused <= MOST_NAMED)
        add_refusal (self, lines, i / N_MONTHS, i % N_MONTHS, problem->message);
    }
  if (edits->len > 0)
    cvn_fee_entry_write (self, (const CvnFeeEdit *) (gpointer) edits->data, edits->len);
  *report = make_report (edits->len, n_refused, lines->str);
  return TRUE;
}
