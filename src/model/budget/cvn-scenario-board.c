/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-scenario-board"

#include "cvn-scenario-board.h"

#include "cvn-record.h"
#include "cvn-rows.h"
#include "cvn-store.h"

typedef struct
{
  int   year;
  char *today;
} Request;

typedef struct
{
  CvnScenarioBase *base;
  CvnTable        *services;
  GPtrArray       *items; /* of CvnScenarioItem */
} Board;

struct _CvnScenarioBoard
{
  GObject parent_instance;

  CvnCentre    *centre;
  int           year;
  Board        *board; /* NULL before it was read */
  GCancellable *reading;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CvnScenarioBoard, cvn_scenario_board, G_TYPE_OBJECT)

static void
request_free (Request *request)
{
  g_free (request->today);
  g_free (request);
}

static void
item_free (CvnScenarioItem *item)
{
  g_clear_object (&item->record);
  g_clear_pointer (&item->changes, g_ptr_array_unref);
  g_clear_pointer (&item->year, cvn_scenario_year_free);
  g_free (item->problem);
  g_free (item);
}

static void
board_free (Board *board)
{
  g_clear_pointer (&board->items, g_ptr_array_unref);
  g_clear_pointer (&board->services, cvn_table_unref);
  g_clear_pointer (&board->base, cvn_scenario_base_free);
  g_free (board);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Board, board_free)

static gboolean
read_items (CvnReader *reader,
            int        year,
            Board     *board,
            GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("scenario"));
  g_autoptr (GPtrArray) records = NULL;

  cvn_query_add_integer (query, "year", CVN_MATCH_EQUAL, year);
  records = cvn_rows_list (reader, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CvnScenarioItem *item = g_new0 (CvnScenarioItem, 1);

      g_ptr_array_add (board->items, item);
      item->record = g_object_ref (records->pdata[i]);
      item->changes = cvn_rows_find (reader, "scenario_change", "scenario", cvn_record_get_id (item->record), error);
      if (item->changes == NULL)
        return FALSE;
      item->year = cvn_scenario_base_try (board->base, item->changes, &item->problem);
      if (!cvn_scenario_sum (item->year, &item->income, &item->cost, error))
        return FALSE;
    }
  return records != NULL;
}

static gpointer
read_board (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  const Request     *request = data;
  CvnFigureArguments arguments = { request->year, request->today, NULL };
  g_autoptr (Board) board = g_new0 (Board, 1);

  board->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  board->base = cvn_scenario_base_read (reader, request->year, request->today, error);
  board->services = board->base != NULL ? cvn_reader_figure (reader, "budget-services", &arguments, error) : NULL;
  if (board->services == NULL || !read_items (reader, request->year, board, error))
    return NULL;
  return g_steal_pointer (&board);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnScenarioBoard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Board) board = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    return;
  g_clear_object (&self->reading);
  if (board == NULL)
    {
      g_debug ("The scenarios could not be read: %s", error->message);
      return;
    }
  g_clear_pointer (&self->board, board_free);
  self->board = g_steal_pointer (&board);
  g_signal_emit (self, changed_signal, 0);
}

static void
reload (CvnScenarioBoard *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    return;
  request = g_new0 (Request, 1);
  request->year = self->year = cvn_centre_get_year (self->centre);
  request->today = g_strdup (cvn_centre_get_today (self->centre));
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_board, request, (GDestroyNotify) request_free, (GDestroyNotify) board_free, self->reading, read_cb, g_object_ref (self));
}

static void
cvn_scenario_board_dispose (GObject *object)
{
  CvnScenarioBoard *self = CVN_SCENARIO_BOARD (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_scenario_board_parent_class)->dispose (object);
}

static void
cvn_scenario_board_finalize (GObject *object)
{
  g_clear_pointer (&CVN_SCENARIO_BOARD (object)->board, board_free);
  G_OBJECT_CLASS (cvn_scenario_board_parent_class)->finalize (object);
}

static void
cvn_scenario_board_class_init (CvnScenarioBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_scenario_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_scenario_board_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_SCENARIO_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_scenario_board_init (CvnScenarioBoard *self)
{
}

/** cvn_scenario_board_new: (transfer full): the scenarios of the year in focus, which are being read. Main thread. */
CvnScenarioBoard *
cvn_scenario_board_new (CvnCentre *centre)
{
  static const char *const signals[] = { "changed", "notify::open", "notify::year", "notify::today" };
  CvnScenarioBoard        *self = g_object_new (CVN_TYPE_SCENARIO_BOARD, NULL);

  self->centre = g_object_ref (centre);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (centre, signals[i], G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/** cvn_scenario_board_get_centre: the centre, owned by the board. */
CvnCentre *
cvn_scenario_board_get_centre (CvnScenarioBoard *self)
{
  return self->centre;
}

/** cvn_scenario_board_is_loaded: whether it was read. */
gboolean
cvn_scenario_board_is_loaded (CvnScenarioBoard *self)
{
  return self->board != NULL;
}

/** cvn_scenario_board_get_year: the year that it is about, or will be in a moment. */
int
cvn_scenario_board_get_year (CvnScenarioBoard *self)
{
  return self->year;
}

/** cvn_scenario_board_get_base: (nullable): the budget that the scenarios change copies of; owned by the board. */
CvnScenarioBase *
cvn_scenario_board_get_base (CvnScenarioBoard *self)
{
  return self->board != NULL ? self->board->base : NULL;
}

/** cvn_scenario_board_get_services: (nullable): the figure "budget-services"; owned by the board. */
CvnTable *
cvn_scenario_board_get_services (CvnScenarioBoard *self)
{
  return self->board != NULL ? self->board->services : NULL;
}

/** cvn_scenario_board_get_n: how many scenarios the year has. */
guint
cvn_scenario_board_get_n (CvnScenarioBoard *self)
{
  return self->board != NULL ? self->board->items->len : 0;
}

/** cvn_scenario_board_get: a scenario, owned by the board until it changes. */
const CvnScenarioItem *
cvn_scenario_board_get (CvnScenarioBoard *self,
                        guint             i)
{
  g_return_val_if_fail (i < cvn_scenario_board_get_n (self), NULL);
  return self->board->items->pdata[i];
}

/** cvn_scenario_board_find: (nullable): the scenario with this id. */
const CvnScenarioItem *
cvn_scenario_board_find (CvnScenarioBoard *self,
                         const char       *id)
{
  for (guint i = 0; i < cvn_scenario_board_get_n (self); i++)
    {
      const CvnScenarioItem *item = self->board->items->pdata[i];

      if (g_strcmp0 (cvn_record_get_id (item->record), id) == 0)
        return item;
    }
  return NULL;
}

/** cvn_scenario_board_sum_base: (out): what the budget itself says; 0 before it was read. */
void
cvn_scenario_board_sum_base (CvnScenarioBoard *self,
                             gint64           *income,
                             gint64           *cost)
{
  *income = *cost = 0;
  if (self->board != NULL && !cvn_scenario_sum (&self->board->base->base, income, cost, NULL))
    *income = *cost = 0;
}

/** cvn_scenario_board_get_forecast: cents that the year is expected to bring. */
gint64
cvn_scenario_board_get_forecast (CvnScenarioBoard *self)
{
  CvnTable *lines = self->board != NULL ? self->board->base->lines : NULL;
  gint64    result = 0;

  for (guint i = 0; lines != NULL && i < cvn_table_get_n_rows (lines); i++)
    result += (g_strcmp0 (cvn_table_get_text (lines, i, "sort"), "cost") == 0 ? -1 : 1) * cvn_table_get_integer (lines, i, "forecast");
  return result;
}

/** cvn_scenario_board_leave: (transfer full): what happens when @party leaves; to be freed before the board changes; NULL on error. */
CvnPartyLeaving *
cvn_scenario_board_leave (CvnScenarioBoard *self,
                          const char       *party,
                          GError          **error)
{
  g_return_val_if_fail (self->board != NULL, NULL);
  return cvn_party_leaving_work_out (self->board->base, self->board->services, party, cvn_scenario_board_get_forecast (self), error);
}

/** cvn_scenario_item_get_name: what the scenario is called, in the interface's language if it can be. */
const char *
cvn_scenario_item_get_name (const CvnScenarioItem *item)
{
  gboolean    dutch = cvn_interface_language () == CVN_LANGUAGE_NL;
  const char *name = cvn_record_get_text (item->record, dutch ? "name_nl" : "name_en");

  return name != NULL ? name : cvn_record_get_text (item->record, dutch ? "name_en" : "name_nl");
}
