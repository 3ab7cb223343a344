/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-calendar"

#include "cvn-event-calendar.h"

#include "cvn-clash.h"
#include "cvn-error.h"
#include "cvn-event-clashes.h"
#include "cvn-reader.h"
#include "cvn-store.h"
#include "cvn-zone-time.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char       *from;
  char       *to;
  CvnLanguage language;
} Request;

struct _CvnEventCalendar
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnDate       from;    /* year 0: none was asked for yet */
  CvnDate       to;      /* the last day */
  GHashTable   *filters; /* field to code */
  GPtrArray    *all;     /* of CvnEventItem */
  GPtrArray    *shown;   /* of those that the filters let through, borrowed from all */
  gboolean      loaded;
  GCancellable *reading;
};

static guint changed_signal;
static guint failed_signal;

static void cvn_event_calendar_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnEventCalendar, cvn_event_calendar, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cvn_event_calendar_list_model_init))

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->from);
  g_free (request->to);
  g_free (request);
}

static gpointer
read_events (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  Request           *request = data;
  CvnFigureArguments arguments = { .from = request->from, .to = request->to };
  g_autoptr (CvnTable) table = cvn_reader_figure (reader, "calendar-events", &arguments, error);
  GPtrArray *items;

  if (table == NULL)
    return NULL;
  items = g_ptr_array_new_full (cvn_table_get_n_rows (table), g_object_unref);
  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    g_ptr_array_add (items, cvn_event_item_new (table, i, request->language));
  return items;
}

static gboolean
is_shown (CvnEventCalendar *self,
          CvnEventItem     *item)
{
  GHashTableIter iter;
  gpointer       field;
  gpointer       code;

  g_hash_table_iter_init (&iter, self->filters);
  while (g_hash_table_iter_next (&iter, &field, &code))
    if (g_strcmp0 (cvn_event_item_get_code (item, field), code) != 0)
      return FALSE;
  return TRUE;
}

/* Tells which events came and went. All between the first and the last of those are told with them, and the one after: whether it is
 * the first of its month depends on the one before it. */
static void
tell_items (CvnEventCalendar *self,
            GPtrArray        *before)
{
  guint shorter = MIN (before->len, self->shown->len);
  guint from = 0;
  guint alike = 0; /* at the end */

  while (from < shorter && before->pdata[from] == self->shown->pdata[from])
    from++;
  if (from == before->len && from == self->shown->len)
    return;
  while (alike < shorter - from && before->pdata[before->len - 1 - alike] == self->shown->pdata[self->shown->len - 1 - alike])
    alike++;
  alike -= MIN (alike, 1);
  g_list_model_items_changed (G_LIST_MODEL (self), from, before->len - alike - from, self->shown->len - alike - from);
}

static void
filter (CvnEventCalendar *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);

  self->shown = g_ptr_array_new ();
  for (guint i = 0; i < self->all->len; i++)
    if (is_shown (self, self->all->pdata[i]))
      g_ptr_array_add (self->shown, self->all->pdata[i]);
  tell_items (self, before);
  g_signal_emit (self, changed_signal, 0);
}

/* An event that is as it was stays the same object, so that what shows it stays as well. */
static void
keep_alike (CvnEventCalendar *self,
            GPtrArray        *items)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->all->len; i++)
    g_hash_table_insert (by_id, (gpointer) cvn_event_item_get_id (self->all->pdata[i]), self->all->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    {
      CvnEventItem *before = g_hash_table_lookup (by_id, cvn_event_item_get_id (items->pdata[i]));

      if (before != NULL && cvn_event_item_equal (before, items->pdata[i]))
        g_set_object ((CvnEventItem **) &items->pdata[i], before);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnEventCalendar) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *items = cvn_store_read_finish (CVN_STORE (source), result, &error);
  GPtrArray *before;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    {
      g_clear_pointer (&items, g_ptr_array_unref);
      return;
    }
  g_clear_object (&self->reading);
  if (items == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error->message);
      return;
    }
  keep_alike (self, items);
  before = self->all;
  self->all = items;
  self->loaded = TRUE;
  filter (self);
  g_ptr_array_unref (before); /* what is shown may have been of it until now */
}

static void
reload (CvnEventCalendar *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;
  CvnDate   after;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL || self->from.year == 0)
    return;
  after = cvn_date_add_days (self->to, 1);
  request = g_new0 (Request, 1);
  request->from = cvn_date_to_iso (&self->from);
  request->to = cvn_date_to_iso (&after);
  request->language = cvn_interface_language ();
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_events, request, request_free, (GDestroyNotify) g_ptr_array_unref, self->reading, read_cb, g_object_ref (self));
}

/* Stages are named by life stages, people counted by sign-ups; the other kinds are not in a calendar. */
static void
centre_changed_cb (CvnEventCalendar *self,
                   const CvnKindSet *kinds)
{
  static const char *const watched[] = { "event", "event_signup", "life_stage" };
  CvnKindSet               shown = { 0 };

  cvn_kind_set_add_names (&shown, watched, G_N_ELEMENTS (watched));
  if (cvn_kind_set_meets (&shown, kinds))
    reload (self);
}

static void
opened_cb (CvnEventCalendar *self)
{
  guint n_before = self->shown->len;

  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->all, 0);
  self->loaded = FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  reload (self);
}

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_EVENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_EVENT_CALENDAR (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnEventCalendar *self = CVN_EVENT_CALENDAR (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
cvn_event_calendar_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
cvn_event_calendar_dispose (GObject *object)
{
  CvnEventCalendar *self = CVN_EVENT_CALENDAR (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_event_calendar_parent_class)->dispose (object);
}

static void
cvn_event_calendar_finalize (GObject *object)
{
  CvnEventCalendar *self = CVN_EVENT_CALENDAR (object);

  g_hash_table_unref (self->filters);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->all);
  G_OBJECT_CLASS (cvn_event_calendar_parent_class)->finalize (object);
}

static void
cvn_event_calendar_class_init (CvnEventCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_event_calendar_dispose;
  object_class->finalize = cvn_event_calendar_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_EVENT_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", CVN_TYPE_EVENT_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_event_calendar_init (CvnEventCalendar *self)
{
  self->filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new ();
}

/** cvn_event_calendar_new: (transfer full): no events until a period is asked for. Main thread. */
CvnEventCalendar *
cvn_event_calendar_new (CvnCentre *centre)
{
  CvnEventCalendar *self = g_object_new (CVN_TYPE_EVENT_CALENDAR, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "changed", G_CALLBACK (centre_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::path", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_event_calendar_get_centre: the centre, owned by the calendar. */
CvnCentre *
cvn_event_calendar_get_centre (CvnEventCalendar *self)
{
  return self->centre;
}

/** cvn_event_calendar_set_period: shows the events of which something lies between two days, both included. */
void
cvn_event_calendar_set_period (CvnEventCalendar *self,
                               CvnDate           from,
                               CvnDate           to)
{
  g_return_if_fail (cvn_date_compare (&from, &to) <= 0);

  if (cvn_date_compare (&self->from, &from) == 0 && cvn_date_compare (&self->to, &to) == 0)
    return;
  self->from = from;
  self->to = to;
  reload (self);
}

/** cvn_event_calendar_is_loaded: whether the events of a period are there. */
gboolean
cvn_event_calendar_is_loaded (CvnEventCalendar *self)
{
  return self->loaded;
}

/** cvn_event_calendar_get_today: the day that the centre lives in. */
CvnDate
cvn_event_calendar_get_today (CvnEventCalendar *self)
{
  CvnDate today = { 2026, 1, 1 };

  cvn_date_parse_iso (cvn_centre_get_today (self->centre), &today, NULL);
  return today;
}

/** cvn_event_calendar_set_filter: shows only events with this code in the field (of cvn_event_item_get_code()); NULL shows all. */
void
cvn_event_calendar_set_filter (CvnEventCalendar *self,
                               const char       *field,
                               const char       *code)
{
  if (g_strcmp0 (cvn_event_calendar_get_filter (self, field), code) == 0)
    return;
  if (code != NULL)
    g_hash_table_insert (self->filters, g_strdup (field), g_strdup (code));
  else
    g_hash_table_remove (self->filters, field);
  filter (self);
}

/** cvn_event_calendar_get_filter: (nullable): the code that is looked for in the field. */
const char *
cvn_event_calendar_get_filter (CvnEventCalendar *self,
                               const char       *field)
{
  return g_hash_table_lookup (self->filters, field);
}

/** cvn_event_calendar_has_filter: whether some are left out. */
gboolean
cvn_event_calendar_has_filter (CvnEventCalendar *self)
{
  return g_hash_table_size (self->filters) > 0;
}

/** cvn_event_calendar_clear_filters: shows all events of the period. */
void
cvn_event_calendar_clear_filters (CvnEventCalendar *self)
{
  if (!cvn_event_calendar_has_filter (self))
    return;
  g_hash_table_remove_all (self->filters);
  filter (self);
}

static int
compare_text (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/** cvn_event_calendar_list_codes: (transfer container) (element-type utf8): the codes that events of the period have in a field, in the order of the alphabet. */
GPtrArray *
cvn_event_calendar_list_codes (CvnEventCalendar *self,
                               const char       *field)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    {
      const char *code = cvn_event_item_get_code (self->all->pdata[i], field);

      if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  if (codes->len > 1)
    g_ptr_array_sort (codes, compare_text);
  return codes;
}

/** cvn_event_calendar_get_n_hidden: how many events of the period the filters leave out. */
guint
cvn_event_calendar_get_n_hidden (CvnEventCalendar *self)
{
  return self->all->len - self->shown->len;
}

/** cvn_event_calendar_get: the event at a place, owned by the calendar. */
CvnEventItem *
cvn_event_calendar_get (CvnEventCalendar *self,
                        guint             i)
{
  g_return_val_if_fail (i < self->shown->len, NULL);
  return self->shown->pdata[i];
}

/** cvn_event_calendar_find: (nullable): the event with this id, owned by the calendar. */
CvnEventItem *
cvn_event_calendar_find (CvnEventCalendar *self,
                         const char       *id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_strcmp0 (cvn_event_item_get_id (self->shown->pdata[i]), id) == 0)
      return self->shown->pdata[i];
  return NULL;
}

/* What keeps an event from being moved at all, or NULL. */
static char *
dup_refusal (CvnEventItem        *item,
             const CvnClashEvent *moved)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (cvn_event_item_get_code (item, "status"), "held") == 0)
    return g_strdup (_("This event has been held: it is not moved any more."));
  if (moved->starts == NULL)
    return g_strdup (_("There is no such day."));
  if (!cvn_zone_time_check (moved->starts, moved->time_zone, &error) ||
      (moved->ends != NULL && !cvn_zone_time_check (moved->ends, moved->time_zone, &error)))
    return g_strdup (error->message);
  return NULL;
}

static void
add_clashes (CvnEventCalendar    *self,
             const CvnClashEvent *moved,
             GStrvBuilder        *sentences)
{
  g_autofree CvnClashEvent *others = g_new0 (CvnClashEvent, MAX (self->all->len, 1));
  g_autoptr (GArray) clashes = NULL;

  for (guint i = 0; i < self->all->len; i++)
    others[i] = cvn_event_item_get_clash_event (self->all->pdata[i]);
  clashes = cvn_clash_find (moved, others, self->all->len);
  for (guint i = 0; i < clashes->len; i++)
    {
      const CvnClash  *clash = &g_array_index (clashes, CvnClash, i);
      g_autofree char *sentence = cvn_event_clash_describe (clash, clash->reason != CVN_CLASH_HOLIDAY ? self->all->pdata[clash->other] : NULL);

      g_strv_builder_add (sentences, sentence);
    }
}

/**
 * cvn_event_calendar_find_clashes:
 * @id: of an event of the calendar
 * @days: how much later it would be, or earlier where it is less than 0
 *
 * What would speak against the event on another day of the period, without a look at the file: for while it is being dragged.
 * Events that filters hide speak against it as well.
 *
 * Returns: (transfer full): sentences, none where nothing does
 */
GStrv
cvn_event_calendar_find_clashes (CvnEventCalendar *self,
                                 const char       *id,
                                 int               days)
{
  CvnEventItem *item = cvn_event_calendar_find (self, id);
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_autofree char *starts = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *refusal = NULL;
  CvnClashEvent    moved;

  if (item == NULL)
    return g_strv_builder_end (sentences);
  moved = cvn_event_item_get_clash_event (item);
  starts = cvn_zone_time_shift (moved.starts, days);
  ends = moved.ends != NULL ? cvn_zone_time_shift (moved.ends, days) : NULL;
  moved.starts = starts;
  moved.ends = ends;
  refusal = dup_refusal (item, &moved);
  if (refusal != NULL)
    g_strv_builder_add (sentences, refusal);
  else
    add_clashes (self, &moved, sentences);
  return g_strv_builder_end (sentences);
}

/** cvn_event_calendar_list_day: (transfer container) (element-type CvnEventItem): the events of one day, those of whole days first. */
GPtrArray *
cvn_event_calendar_list_day (CvnEventCalendar *self,
                             const CvnDate    *day)
{
  GPtrArray *items = g_ptr_array_new ();

  for (int timed = 0; timed < 2; timed++)
    for (guint i = 0; i < self->shown->len; i++)
      {
        int from, to;

        if (cvn_event_item_is_on (self->shown->pdata[i], day) && cvn_event_item_get_minutes (self->shown->pdata[i], day, &from, &to) == timed)
          g_ptr_array_add (items, self->shown->pdata[i]);
      }
  return items;
}
