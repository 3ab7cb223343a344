/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-history-list"

#include "cvn-history-list.h"

#include "cvn-date.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

struct _CvnHistoryList
{
  GObject parent_instance;

  CvnCentre     *centre;
  const CvnKind *kind;
  char          *id;
  GPtrArray     *items; /* of CvnHistoryItem */
  GCancellable  *cancellable;
};

typedef enum {
  PROP_LOADING = 1,
} CvnHistoryListProperty;

static GParamSpec *properties[PROP_LOADING + 1];

typedef struct
{
  const CvnKind *kind;
  char          *id;
  CvnLanguage    language;
} Request;

static void
request_free (Request *request)
{
  g_free (request->id);
  g_free (request);
}

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_HISTORY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_HISTORY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnHistoryList *self = CVN_HISTORY_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnHistoryList, cvn_history_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

static void
cvn_history_list_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CvnHistoryList *self = CVN_HISTORY_LIST (object);

  switch ((CvnHistoryListProperty) id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_history_list_dispose (GObject *object)
{
  CvnHistoryList *self = CVN_HISTORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->centre);

  G_OBJECT_CLASS (cvn_history_list_parent_class)->dispose (object);
}

static void
cvn_history_list_finalize (GObject *object)
{
  CvnHistoryList *self = CVN_HISTORY_LIST (object);

  g_free (self->id);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (cvn_history_list_parent_class)->finalize (object);
}

static void
cvn_history_list_class_init (CvnHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_history_list_get_property;
  object_class->dispose = cvn_history_list_dispose;
  object_class->finalize = cvn_history_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_history_list_init (CvnHistoryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The journal keeps universal time; people live in their own. */
static char *
format_time (const char *at,
             CvnLanguage language)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M") : NULL;

  return iso != NULL ? cvn_local_time_format (iso, language) : g_strdup (at);
}

static const char *
describe (const CvnHistoryEntry *entry)
{
  switch (entry->action)
    {
    case CVN_ACTION_ADD:
      return _("Added");
    case CVN_ACTION_EDIT:
      return _("Edited");
    case CVN_ACTION_DELETE:
      return _("Deleted");
    case CVN_ACTION_DUPLICATE:
      return _("Duplicated");
    case CVN_ACTION_IMPORT:
      return _("Imported");
    case CVN_ACTION_UNDO:
      return _("Undone");
    case CVN_ACTION_REDO:
      return _("Redone");
    case CVN_ACTION_SET_UP:
      return _("Set up");
    case CVN_ACTION_SYNC:
      return _("Received");
    case CVN_ACTION_SETTLE:
      return _("Chosen between edits");
    default:
      g_assert_not_reached ();
    }
}

static char *
format_value (CvnReader      *reader,
              const CvnField *field,
              const CvnValue *value,
              CvnLanguage     language)
{
  char *title = NULL;

  if (cvn_value_is_none (value))
    return NULL;
  if (field->type == CVN_FIELD_REFERENCE)
    title = cvn_reader_dup_title (reader, cvn_kind_find (field->refers_to), value->text, language);
  return title != NULL ? title : cvn_reader_dup_words (reader, field, value, language);
}

/* What the fields of a new record were filled with is the record itself: only later changes are worth reading. */
static CvnHistoryItem *
make_item (CvnReader             *reader,
           const CvnHistoryEntry *entry,
           const Request         *request)
{
  g_autofree char *time = format_time (entry->at, request->language);
  CvnHistoryItem  *item = cvn_history_item_new (entry->no, describe (entry), entry->actor, time);

  for (guint i = 0; i < entry->changes->len && !entry->created && !entry->deleted; i++)
    {
      const CvnHistoryChange *change = &g_array_index (entry->changes, CvnHistoryChange, i);
      const CvnField         *field = &request->kind->fields[change->field];
      g_autofree char        *before = format_value (reader, field, &change->before, request->language);
      g_autofree char        *after = format_value (reader, field, &change->after, request->language);

      cvn_history_item_add_line (item, _(field->label), before, after);
    }
  return item;
}

static gpointer
read_history (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Request *request = data;
  g_autoptr (GPtrArray) entries = cvn_reader_history (reader, request->kind, request->id, error);
  GPtrArray *items;

  if (entries == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, make_item (reader, g_ptr_array_index (entries, i), request));
  return items;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnHistoryList) self = data;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  guint before;

  items = cvn_store_read_finish (CVN_STORE (source), result, &error);
  if (self->centre == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (items != NULL)
    {
      before = self->items->len;
      g_ptr_array_unref (self->items);
      self->items = g_ptr_array_ref (items);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, items->len);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
reload (CvnHistoryList *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (store == NULL || self->id == NULL)
    return;
  request = g_new0 (Request, 1);
  request->kind = self->kind;
  request->id = g_strdup (self->id);
  request->language = cvn_interface_language ();
  self->cancellable = g_cancellable_new ();
  cvn_store_read_async (store, read_history, request, (GDestroyNotify) request_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, read_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
centre_changed_cb (CvnHistoryList   *self,
                   const CvnKindSet *kinds,
                   GStrv             ids)
{
  if (self->id != NULL && cvn_kind_set_contains (kinds, self->kind) &&
      (ids == NULL || g_strv_contains ((const char *const *) ids, self->id)))
    reload (self);
}

/** cvn_history_list_new: (transfer full): an empty history. Main thread. */
CvnHistoryList *
cvn_history_list_new (CvnCentre *centre)
{
  CvnHistoryList *self = g_object_new (CVN_TYPE_HISTORY_LIST, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "changed", G_CALLBACK (centre_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_history_list_load: shows what happened to the record @id of @kind, and keeps following it. */
void
cvn_history_list_load (CvnHistoryList *self,
                       const CvnKind  *kind,
                       const char     *id)
{
  self->kind = kind;
  g_free (self->id);
  self->id = g_strdup (id);
  reload (self);
}

/** cvn_history_list_is_loading: whether an answer is on its way. */
gboolean
cvn_history_list_is_loading (CvnHistoryList *self)
{
  return self->cancellable != NULL;
}
