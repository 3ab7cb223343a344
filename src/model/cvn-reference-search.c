/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reference-search"

#include "cvn-reference-search.h"

#include "cvn-record.h"
#include "cvn-store.h"

/* A list to choose from by eye. */
#define MAX_LINKS 50

struct _CvnReferenceSearch
{
  GObject parent_instance;

  CvnCentre    *centre;
  GPtrArray    *links; /* of CvnRecordLink */
  GCancellable *cancellable;
};

typedef enum {
  PROP_SEARCHING = 1,
} CvnReferenceSearchProperty;

static GParamSpec *properties[PROP_SEARCHING + 1];

/* What is asked for: the users of the record @id, or what @words find. */
typedef struct
{
  const CvnKind *kind;
  char          *id;
  char          *words;
  CvnLanguage    language;
} Request;

static void
request_free (Request *request)
{
  g_free (request->id);
  g_free (request->words);
  g_free (request);
}

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_RECORD_LINK;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_REFERENCE_SEARCH (model)->links->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnReferenceSearch *self = CVN_REFERENCE_SEARCH (model);

  return position < self->links->len ? g_object_ref (g_ptr_array_index (self->links, position)) : NULL;
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnReferenceSearch, cvn_reference_search, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

static void
cvn_reference_search_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CvnReferenceSearch *self = CVN_REFERENCE_SEARCH (object);

  switch ((CvnReferenceSearchProperty) id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_reference_search_dispose (GObject *object)
{
  CvnReferenceSearch *self = CVN_REFERENCE_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->centre);

  G_OBJECT_CLASS (cvn_reference_search_parent_class)->dispose (object);
}

static void
cvn_reference_search_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_REFERENCE_SEARCH (object)->links);

  G_OBJECT_CLASS (cvn_reference_search_parent_class)->finalize (object);
}

static void
cvn_reference_search_class_init (CvnReferenceSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_reference_search_get_property;
  object_class->dispose = cvn_reference_search_dispose;
  object_class->finalize = cvn_reference_search_finalize;

  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_reference_search_init (CvnReferenceSearch *self)
{
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
}

/** cvn_reference_search_new: (transfer full): a list of no records yet. Main thread. */
CvnReferenceSearch *
cvn_reference_search_new (CvnCentre *centre)
{
  CvnReferenceSearch *self = g_object_new (CVN_TYPE_REFERENCE_SEARCH, NULL);

  self->centre = g_object_ref (centre);
  return self;
}

static GPtrArray *
make_links (CvnReader *reader,
            GPtrArray *hits,
            Request   *request)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < hits->len; i++)
    {
      CvnSearchHit    *hit = g_ptr_array_index (hits, i);
      g_autofree char *title = cvn_reader_dup_title (reader, hit->kind, hit->id, request->language);

      g_ptr_array_add (links, cvn_record_link_new (hit->kind, hit->id, title != NULL ? title : hit->title, hit->detail != NULL ? hit->detail : hit->found));
    }
  return links;
}

/* Without words: the first of all, so that a short list can be looked through. */
static GPtrArray *
list_first (CvnReader    *reader,
            Request      *request,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (request->kind);
  g_autoptr (GArray) seqs = cvn_reader_list (reader, query, cancellable, error);
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *links;

  if (seqs == NULL)
    return NULL;
  records = cvn_reader_get_rows (reader, request->kind, (const gint64 *) (gpointer) seqs->data, MIN (seqs->len, MAX_LINKS), error);
  if (records == NULL)
    return NULL;
  links = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      CvnRecord       *record = g_ptr_array_index (records, i);
      g_autofree char *title = record != NULL ? cvn_reader_dup_record_title (reader, record, request->language) : NULL;

      if (record != NULL)
        g_ptr_array_add (links, cvn_record_link_new (request->kind, cvn_record_get_id (record), title, NULL));
    }
  return links;
}

static gpointer
look_up (CvnReader    *reader,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  Request *request = data;
  g_autoptr (GPtrArray) hits = NULL;

  if (request->id == NULL && *request->words == '\0')
    return list_first (reader, request, cancellable, error);
  if (request->id != NULL)
    hits = cvn_reader_find_references (reader, request->kind, request->id, error);
  else
    hits = cvn_reader_search (reader, request->words, request->kind, MAX_LINKS, request->language, cancellable, error);
  return hits != NULL ? make_links (reader, hits, request) : NULL;
}

static void
take_links (CvnReferenceSearch *self,
            GPtrArray          *links)
{
  guint before = self->links->len;

  g_ptr_array_unref (self->links);
  self->links = g_ptr_array_ref (links);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, links->len);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnReferenceSearch) self = data;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) error = NULL;

  links = cvn_store_read_finish (CVN_STORE (source), result, &error);
  if (self->centre == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (links != NULL)
    take_links (self, links);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
start (CvnReferenceSearch *self,
       const CvnKind      *kind,
       const char         *id,
       const char         *words)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (store == NULL)
    return;
  request = g_new0 (Request, 1);
  request->kind = kind;
  request->id = g_strdup (id);
  request->words = g_strdup (words);
  request->language = cvn_interface_language ();
  self->cancellable = g_cancellable_new ();
  cvn_store_read_async (store, look_up, request, (GDestroyNotify) request_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, looked_up_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/** cvn_reference_search_find_words: lists the records of @kind that @words find, at most 50; the first ones for "". */
void
cvn_reference_search_find_words (CvnReferenceSearch *self,
                                 const CvnKind      *kind,
                                 const char         *words)
{
  start (self, kind, NULL, words);
}

/** cvn_reference_search_find_users: lists the records, of any kind, that refer to the record @id of @kind. */
void
cvn_reference_search_find_users (CvnReferenceSearch *self,
                                 const CvnKind      *kind,
                                 const char         *id)
{
  start (self, kind, id, NULL);
}

/** cvn_reference_search_is_searching: whether an answer is on its way. */
gboolean
cvn_reference_search_is_searching (CvnReferenceSearch *self)
{
  return self->cancellable != NULL;
}
