/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-sheet"

#include "cvn-event-sheet.h"

#include "cvn-allocation.h"
#include "cvn-error.h"
#include "cvn-event-clashes.h"
#include "cvn-rows.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

/* The kinds of what belongs to an event, and the figures that tell the rest. */
static const char *const part_kinds[] = { "event_signup", "task", "event_publication", "event_partner", "event_cost" };
static const char *const figures[] = { "event-total", "event-series", "publication-channels" };

typedef struct
{
  CvnRecord  *record; /* NULL: it is gone */
  char       *title;
  GPtrArray  *parts[G_N_ELEMENTS (part_kinds)];
  CvnTable   *tables[G_N_ELEMENTS (figures)];
  GStrv       clashes;       /* sentences */
  GHashTable *organisations; /* id to name */
} Content;

typedef struct
{
  char       *id;
  char       *today;
  CvnLanguage language;
} Request;

struct _CvnEventSheet
{
  GObject parent_instance;

  CvnCentre    *centre;
  char         *id;
  Content      *content;
  GCancellable *reading;
};

static guint changed_signal;
static guint gone_signal;
static guint failed_signal;

G_DEFINE_FINAL_TYPE (CvnEventSheet, cvn_event_sheet, G_TYPE_OBJECT)

static void
content_free (gpointer data)
{
  Content *content = data;

  if (content == NULL)
    return;
  g_clear_object (&content->record);
  g_free (content->title);
  for (guint i = 0; i < G_N_ELEMENTS (part_kinds); i++)
    g_clear_pointer (&content->parts[i], g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_clear_pointer (&content->tables[i], cvn_table_unref);
  g_strfreev (content->clashes);
  g_clear_pointer (&content->organisations, g_hash_table_unref);
  g_free (content);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->id);
  g_free (request->today);
  g_free (request);
}

/* Sign-ups in the order in which they came, tasks in theirs, the rest in the order of entry. */
static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  CvnRecord  *one = *(CvnRecord *const *) a;
  CvnRecord  *other = *(CvnRecord *const *) b;
  const char *kind = cvn_record_get_kind (one)->name;
  gint64      order = 0;

  if (g_str_equal (kind, "event_signup"))
    order = g_strcmp0 (cvn_record_get_text (one, "date"), cvn_record_get_text (other, "date"));
  else if (g_str_equal (kind, "task"))
    order = cvn_record_get_integer (one, "position") - cvn_record_get_integer (other, "position");
  if (order == 0)
    order = cvn_record_get_seq (one) - cvn_record_get_seq (other);
  return (order > 0) - (order < 0);
}

static void
read_organisations (CvnReader  *reader,
                    Content    *content,
                    CvnLanguage language)
{
  const CvnKind *organisation = cvn_kind_find ("organisation");

  for (guint i = 0; i < G_N_ELEMENTS (part_kinds); i++)
    for (guint p = 0; cvn_kind_find_field (cvn_kind_find (part_kinds[i]), "organisation") >= 0 && p < content->parts[i]->len; p++)
      {
        const char *id = cvn_record_get_text (content->parts[i]->pdata[p], "organisation");

        if (id != NULL && !g_hash_table_contains (content->organisations, id))
          g_hash_table_insert (content->organisations, g_strdup (id), cvn_reader_dup_title (reader, organisation, id, language));
      }
}

static gpointer
read_content (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Request           *request = data;
  CvnFigureArguments arguments = { .today = request->today, .record = request->id };
  g_autoptr (Content) content = g_new0 (Content, 1);
  GError *failure = NULL;

  content->record = cvn_reader_get (reader, cvn_kind_find ("event"), request->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (content->record == NULL)
    return g_steal_pointer (&content);
  content->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  content->title = cvn_reader_dup_record_title (reader, content->record, request->language);
  for (guint i = 0; i < G_N_ELEMENTS (part_kinds); i++)
    {
      content->parts[i] = cvn_rows_find (reader, part_kinds[i], "event", request->id, error);
      if (content->parts[i] == NULL)
        return NULL;
      if (content->parts[i]->len > 1)
        g_ptr_array_sort (content->parts[i], compare_parts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if ((content->tables[i] = cvn_reader_figure (reader, figures[i], &arguments, error)) == NULL)
      return NULL;
  read_organisations (reader, content, request->language);
  content->clashes = cvn_event_clashes_read (reader, content->record, error);
  return content->clashes != NULL ? g_steal_pointer (&content) : NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnEventSheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Content) content = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    return;
  g_clear_object (&self->reading);
  if (content == NULL)
    g_signal_emit (self, failed_signal, 0, error->message);
  else if (content->record == NULL)
    g_signal_emit (self, gone_signal, 0);
  else
    {
      g_clear_pointer (&self->content, content_free);
      self->content = g_steal_pointer (&content);
      g_signal_emit (self, changed_signal, 0);
    }
}

static void
reload (CvnEventSheet *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL || self->id == NULL)
    return;
  request = g_new0 (Request, 1);
  request->id = g_strdup (self->id);
  request->today = g_strdup (cvn_centre_get_today (self->centre));
  request->language = cvn_interface_language ();
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_content, request, request_free, content_free, self->reading, read_cb, g_object_ref (self));
}

static void
centre_changed_cb (CvnEventSheet    *self,
                   const CvnKindSet *kinds)
{
  static const char *const others[] = { "event", "channel", "organisation" };
  CvnKindSet               watched = { 0 };

  cvn_kind_set_add_names (&watched, part_kinds, G_N_ELEMENTS (part_kinds));
  cvn_kind_set_add_names (&watched, others, G_N_ELEMENTS (others));
  if (cvn_kind_set_meets (&watched, kinds))
    reload (self);
}

static void
cvn_event_sheet_dispose (GObject *object)
{
  CvnEventSheet *self = CVN_EVENT_SHEET (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_event_sheet_parent_class)->dispose (object);
}

static void
cvn_event_sheet_finalize (GObject *object)
{
  CvnEventSheet *self = CVN_EVENT_SHEET (object);

  g_free (self->id);
  content_free (self->content);
  G_OBJECT_CLASS (cvn_event_sheet_parent_class)->finalize (object);
}

static void
cvn_event_sheet_class_init (CvnEventSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_event_sheet_dispose;
  object_class->finalize = cvn_event_sheet_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_EVENT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gone_signal = g_signal_new ("gone", CVN_TYPE_EVENT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", CVN_TYPE_EVENT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_event_sheet_init (CvnEventSheet *self)
{
}

/* What can be done with the event is another matter now. */
static void
read_only_cb (CvnEventSheet *self)
{
  if (cvn_event_sheet_is_loaded (self))
    g_signal_emit (self, changed_signal, 0);
}

/** cvn_event_sheet_new: (transfer full): of no event yet. Main thread. */
CvnEventSheet *
cvn_event_sheet_new (CvnCentre *centre)
{
  CvnEventSheet *self = g_object_new (CVN_TYPE_EVENT_SHEET, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "changed", G_CALLBACK (centre_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_event_sheet_get_centre: the centre, owned by the sheet. */
CvnCentre *
cvn_event_sheet_get_centre (CvnEventSheet *self)
{
  return self->centre;
}

/** cvn_event_sheet_set_event: (nullable): reads the event with this id, which comes with "changed". */
void
cvn_event_sheet_set_event (CvnEventSheet *self,
                           const char    *id)
{
  if (g_strcmp0 (self->id, id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  g_clear_pointer (&self->content, content_free);
  reload (self);
}

/** cvn_event_sheet_get_id: (nullable): of the event. */
const char *
cvn_event_sheet_get_id (CvnEventSheet *self)
{
  return self->id;
}

/** cvn_event_sheet_is_loaded: whether the event is there. The other functions may only be called then. */
gboolean
cvn_event_sheet_is_loaded (CvnEventSheet *self)
{
  return self->content != NULL;
}

/** cvn_event_sheet_get_record: the event, owned by the sheet. */
CvnRecord *
cvn_event_sheet_get_record (CvnEventSheet *self)
{
  return self->content != NULL ? self->content->record : NULL;
}

/** cvn_event_sheet_get_title: what the event is called. */
const char *
cvn_event_sheet_get_title (CvnEventSheet *self)
{
  return self->content != NULL && self->content->title != NULL ? self->content->title : "";
}

/** cvn_event_sheet_get_organisation: what the organisation of a part is called, "" for none. */
const char *
cvn_event_sheet_get_organisation (CvnEventSheet *self,
                                  CvnRecord     *part)
{
  const char *id = cvn_record_get_text (part, "organisation");
  const char *name = id != NULL ? g_hash_table_lookup (self->content->organisations, id) : NULL;

  return name != NULL ? name : "";
}

/** cvn_event_sheet_get_parts: (element-type CvnRecord): what belongs to the event, owned by the sheet: event_signup, task, event_publication, event_partner or event_cost. */
GPtrArray *
cvn_event_sheet_get_parts (CvnEventSheet *self,
                           const char    *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (part_kinds); i++)
    if (g_str_equal (part_kinds[i], kind))
      return self->content->parts[i];
  g_return_val_if_reached (NULL);
}

/** cvn_event_sheet_find_part: (nullable): the part with this id. */
CvnRecord *
cvn_event_sheet_find_part (CvnEventSheet *self,
                           const char    *kind,
                           const char    *id)
{
  GPtrArray *parts = self->content != NULL ? cvn_event_sheet_get_parts (self, kind) : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (g_strcmp0 (cvn_record_get_id (parts->pdata[i]), id) == 0)
      return parts->pdata[i];
  return NULL;
}

/** cvn_event_sheet_find_publication: (nullable): where the event is planned or published in a channel. */
CvnRecord *
cvn_event_sheet_find_publication (CvnEventSheet *self,
                                  const char    *channel)
{
  GPtrArray *parts = cvn_event_sheet_get_parts (self, "event_publication");

  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (cvn_record_get_text (parts->pdata[i], "channel"), channel) == 0)
      return parts->pdata[i];
  return NULL;
}

/** cvn_event_sheet_get_table: the figure event-total, event-series or publication-channels. */
CvnTable *
cvn_event_sheet_get_table (CvnEventSheet *self,
                           const char    *figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i], figure))
      return self->content->tables[i];
  g_return_val_if_reached (NULL);
}

/** cvn_event_sheet_get_total: a column of event-total; FALSE, and 0, when nothing is known. */
gboolean
cvn_event_sheet_get_total (CvnEventSheet *self,
                           const char    *column,
                           gint64        *value)
{
  CvnTable *table = cvn_event_sheet_get_table (self, "event-total");
  int       place = cvn_table_find_column (table, column);

  *value = 0;
  g_return_val_if_fail (place >= 0, FALSE);
  if (cvn_table_get_n_rows (table) == 0 || cvn_value_is_none (cvn_table_get (table, 0, (guint) place)))
    return FALSE;
  *value = cvn_table_get_integer (table, 0, column);
  return TRUE;
}

/** cvn_event_sheet_count_free: the seats that are left; G_MAXINT64 without a capacity. */
gint64
cvn_event_sheet_count_free (CvnEventSheet *self)
{
  gint64 signed_up;
  gint64 offered;

  if (!cvn_record_has (self->content->record, "capacity"))
    return G_MAXINT64;
  cvn_event_sheet_get_total (self, "signed_up", &signed_up);
  cvn_event_sheet_get_total (self, "offered", &offered);
  return MAX (0, cvn_record_get_integer (self->content->record, "capacity") - signed_up - offered);
}

/** cvn_event_sheet_get_net_cost: cents: what it cost less what it brought in itself and what sponsors pledged or, where that is more, paid. */
gint64
cvn_event_sheet_get_net_cost (CvnEventSheet *self)
{
  gint64 cost, income, pledged, paid;

  cvn_event_sheet_get_total (self, "cost", &cost);
  cvn_event_sheet_get_total (self, "income", &income);
  cvn_event_sheet_get_total (self, "pledged", &pledged);
  cvn_event_sheet_get_total (self, "paid", &paid);
  return cost - income - MAX (pledged, paid);
}

static void
share_clear (gpointer data)
{
  g_free (((CvnEventShare *) data)->name);
}

/**
 * cvn_event_sheet_split_cost:
 *
 * What the centre and its co-organisers each bear of the net cost, by their parts, to the cent: the largest remainders get
 * the cents that are left.
 *
 * Returns: (transfer full) (nullable) (element-type CvnEventShare): the centre first; empty when nobody has parts or
 * nothing is left to bear; NULL when the amounts are too large
 */
GArray *
cvn_event_sheet_split_cost (CvnEventSheet *self,
                            GError       **error)
{
  GPtrArray         *partners = cvn_event_sheet_get_parts (self, "event_partner");
  g_autofree gint64 *weights = g_new0 (gint64, partners->len + 1);
  g_autofree gint64 *cents = g_new0 (gint64, partners->len + 1);
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (CvnEventShare));
  CvnEventShare own = { NULL, cvn_record_get_integer (self->content->record, "own_share"), 0 };
  gint64        net = cvn_event_sheet_get_net_cost (self);
  gint64        sum = own.parts;

  g_array_set_clear_func (shares, share_clear);
  for (guint i = 0; i < partners->len; i++)
    sum += cvn_record_get_integer (partners->pdata[i], "share");
  if (sum <= 0 || net <= 0 || sum == own.parts)
    return g_steal_pointer (&shares);
  own.name = g_strdup (_("The centre"));
  g_array_append_val (shares, own);
  weights[0] = own.parts;
  for (guint i = 0; i < partners->len; i++)
    {
      CvnEventShare share = { NULL, cvn_record_get_integer (partners->pdata[i], "share"), 0 };

      if (share.parts <= 0)
        continue;
      share.name = g_strdup (cvn_event_sheet_get_organisation (self, partners->pdata[i]));
      weights[shares->len] = share.parts;
      g_array_append_val (shares, share);
    }
  if (!cvn_allocate (net, weights, shares->len, cents, error))
    return NULL;
  for (guint i = 0; i < shares->len; i++)
    g_array_index (shares, CvnEventShare, i).cents = cents[i];
  return g_steal_pointer (&shares);
}

/** cvn_event_sheet_get_clashes: what speaks against the time and place, in sentences, owned by the sheet; of a template, nothing does. */
const char *const *
cvn_event_sheet_get_clashes (CvnEventSheet *self)
{
  return (const char *const *) self->content->clashes;
}
