/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record-list"

#include "cvn-record-list.h"

#include "cvn-record-page.h"
#include "cvn-store.h"

/* Rows read in one go, and pages kept: GTK keeps about 205 rows alive whatever is visible. */
#define PAGE_SIZE 256
#define MAX_PAGES 6

struct _CvnRecordList
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnQuery     *query;
  GArray       *seqs;   /* of gint64: what is stored where, in the order of the list */
  GHashTable   *pages;  /* number of page -> GPtrArray of CvnRow */
  GQueue       *used;   /* numbers of pages, the last used one first */
  GQueue       *wanted; /* numbers of pages to read, the last wanted one first */
  GHashTable   *kept;   /* seq -> CvnRow: rows of the list before it changed, which widgets may still show */
  CvnTable     *sums;
  GCancellable *listing; /* of the list under way */
  GCancellable *reading; /* of the page under way */
  guint         page_under_way;
};

typedef enum {
  PROP_QUERY = 1,
  PROP_LOADING,
  PROP_N_ITEMS,
  PROP_SUMS,
} CvnRecordListProperty;

typedef enum {
  ROWS_READ,
  FAILED,
  N_SIGNALS,
} CvnRecordListSignal;

static GParamSpec *properties[PROP_SUMS + 1];
static guint       signals[N_SIGNALS];

typedef struct
{
  CvnQuery   *query;
  gboolean    first_page; /* to be read too: nothing is shown yet */
  CvnLanguage language;
} Request;

typedef struct
{
  GArray        *seqs;
  CvnRecordPage *first_page; /* or NULL */
  CvnTable      *sums;
} Listing;

static void read_next_page (CvnRecordList *self);

static void
request_free (Request *request)
{
  cvn_query_free (request->query);
  g_free (request);
}

static void
listing_free (Listing *listing)
{
  g_clear_pointer (&listing->first_page, cvn_record_page_free);
  g_clear_pointer (&listing->seqs, g_array_unref);
  g_clear_pointer (&listing->sums, cvn_table_unref);
  g_free (listing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_RECORD_LIST (model)->seqs->len;
}

static void
forget_pages (CvnRecordList *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_hash_table_remove_all (self->pages);
  g_queue_clear (self->used);
  g_queue_clear (self->wanted);
}

static gint64 *
key_of (CvnRow *row)
{
  gint64 seq = cvn_row_get_seq (row);

  return g_memdup2 (&seq, sizeof seq);
}

static void
keep_rows (CvnRecordList *self)
{
  GHashTableIter iter;
  gpointer       rows;

  g_hash_table_remove_all (self->kept);
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    for (guint i = 0; i < ((GPtrArray *) rows)->len; i++)
      {
        CvnRow *row = g_ptr_array_index ((GPtrArray *) rows, i);

        g_hash_table_insert (self->kept, key_of (row), g_object_ref (row));
      }
}

static void
fill_rows (GPtrArray     *rows,
           CvnRecordPage *read)
{
  for (guint i = 0; rows != NULL && i < rows->len && i < read->records->len; i++)
    {
      cvn_row_take_record (g_ptr_array_index (rows, i),
                           g_steal_pointer (&g_ptr_array_index (read->records, i)),
                           g_steal_pointer (&g_ptr_array_index (read->titles, i)),
                           g_steal_pointer (&g_ptr_array_index (read->fields, i)));
    }
}

static void
take_page (CvnRecordList *self,
           guint          number,
           CvnRecordPage *read)
{
  fill_rows (g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number)), read);
  g_signal_emit (self, signals[ROWS_READ], 0);
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnRecordList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecordPage) page = NULL;

  if (self->centre == NULL)
    return;
  page = cvn_record_page_read_finish (self->centre, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (page != NULL)
    take_page (self, self->page_under_way, page);
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
  read_next_page (self);
}

/* One page at a time, the last wanted one first: after a drag of the scroll bar what is seen comes first. */
static void
read_next_page (CvnRecordList *self)
{
  guint number;
  guint first;

  if (self->reading != NULL || g_queue_is_empty (self->wanted) || !cvn_centre_is_open (self->centre))
    return;
  number = GPOINTER_TO_UINT (g_queue_pop_head (self->wanted));
  if (!g_hash_table_contains (self->pages, GUINT_TO_POINTER (number)))
    {
      read_next_page (self);
      return;
    }
  first = number * PAGE_SIZE;
  self->page_under_way = number;
  self->reading = g_cancellable_new ();
  cvn_record_page_read_async (self->centre, cvn_query_get_kind (self->query), &g_array_index (self->seqs, gint64, first),
                              MIN (PAGE_SIZE, self->seqs->len - first), self->reading, page_read_cb, g_object_ref (self));
}

static void
drop_old_pages (CvnRecordList *self)
{
  while (g_queue_get_length (self->used) > MAX_PAGES)
    {
      gpointer oldest = g_queue_pop_tail (self->used);

      g_hash_table_remove (self->pages, oldest);
      g_queue_remove (self->wanted, oldest);
    }
}

static GPtrArray *
make_page (CvnRecordList *self,
           guint          number)
{
  GPtrArray *rows = g_ptr_array_new_full (PAGE_SIZE, g_object_unref);
  guint      first = number * PAGE_SIZE;
  guint      end = MIN (first + PAGE_SIZE, self->seqs->len);

  for (guint i = first; i < end; i++)
    {
      gint64  seq = g_array_index (self->seqs, gint64, i);
      CvnRow *row = g_hash_table_lookup (self->kept, &seq);

      g_ptr_array_add (rows, row != NULL ? g_object_ref (row) : cvn_row_new (seq));
    }
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), rows);
  g_queue_push_head (self->wanted, GUINT_TO_POINTER (number));
  return rows;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnRecordList *self = CVN_RECORD_LIST (model);
  guint          number = position / PAGE_SIZE;
  GPtrArray     *rows;

  if (position >= self->seqs->len)
    return NULL;
  rows = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  if (rows == NULL)
    rows = make_page (self, number);
  if (GPOINTER_TO_UINT (g_queue_peek_head (self->used)) != number || g_queue_is_empty (self->used))
    {
      g_queue_remove (self->used, GUINT_TO_POINTER (number));
      g_queue_push_head (self->used, GUINT_TO_POINTER (number));
      drop_old_pages (self);
      read_next_page (self);
    }
  return g_object_ref (g_ptr_array_index (rows, position % PAGE_SIZE));
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnRecordList, cvn_record_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

/* Reads again what is shown, in place: rows keep their identity, so selection and scrolling stay. */
static void
refresh_pages (CvnRecordList *self)
{
  for (GList *page = self->used->tail; page != NULL; page = page->prev)
    {
      g_queue_remove (self->wanted, page->data);
      g_queue_push_head (self->wanted, page->data);
    }
  read_next_page (self);
}

/*
 * After rows came or went: widgets go on showing the rows that stayed, so these must be in the new pages
 * to be read again. They lie in the pages used last, or beside them.
 */
static void
renew_pages (CvnRecordList *self)
{
  g_autoptr (GQueue) before = g_queue_copy (self->used);
  guint n_pages = (self->seqs->len + PAGE_SIZE - 1) / PAGE_SIZE;

  keep_rows (self);
  forget_pages (self);
  for (GList *page = before->tail; page != NULL; page = page->prev)
    for (guint number = GPOINTER_TO_UINT (page->data); number <= GPOINTER_TO_UINT (page->data) + 1 && number < n_pages; number++)
      if (!g_hash_table_contains (self->pages, GUINT_TO_POINTER (number)))
        {
          make_page (self, number);
          g_queue_push_head (self->used, GUINT_TO_POINTER (number));
        }
  drop_old_pages (self);
  read_next_page (self);
}

/* The rows at the top are there before anybody asks for them, so no cell is written twice and no frame shows them empty. */
static void
take_first_page (CvnRecordList *self,
                 CvnRecordPage *read)
{
  fill_rows (make_page (self, 0), read);
  g_queue_remove (self->wanted, GUINT_TO_POINTER (0));
  g_queue_push_head (self->used, GUINT_TO_POINTER (0));
}

static void
take_seqs (CvnRecordList *self,
           GArray        *seqs,
           CvnRecordPage *first_page)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->seqs);
  guint same = 0;
  guint tail = 0;
  guint shorter = MIN (old->len, seqs->len);

  self->seqs = g_array_ref (seqs);
  while (same < shorter && g_array_index (old, gint64, same) == g_array_index (seqs, gint64, same))
    same++;
  while (tail < shorter - same && g_array_index (old, gint64, old->len - 1 - tail) == g_array_index (seqs, gint64, seqs->len - 1 - tail))
    tail++;
  if (same == old->len && same == seqs->len)
    {
      refresh_pages (self);
      return;
    }
  renew_pages (self);
  if (first_page != NULL && old->len == 0)
    take_first_page (self, first_page);
  g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - tail, seqs->len - same - tail);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static gpointer
read_listing (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Request *request = data;
  g_autoptr (Listing) listing = g_new0 (Listing, 1);

  listing->seqs = cvn_reader_list (reader, request->query, cancellable, error);
  if (listing->seqs == NULL)
    return NULL;
  if (request->first_page && listing->seqs->len > 0)
    {
      listing->first_page = cvn_record_page_read (reader, cvn_query_get_kind (request->query), (const gint64 *) (gpointer) listing->seqs->data,
                                                  MIN (PAGE_SIZE, listing->seqs->len), request->language, error);
      if (listing->first_page == NULL)
        return NULL;
    }
  listing->sums = cvn_reader_sums (reader, request->query, error);
  return listing->sums != NULL ? g_steal_pointer (&listing) : NULL;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnRecordList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Listing) listing = NULL;

  if (self->centre == NULL)
    return;
  listing = cvn_store_read_finish (CVN_STORE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->listing);
  if (listing != NULL)
    {
      g_clear_pointer (&self->sums, cvn_table_unref);
      self->sums = g_steal_pointer (&listing->sums);
      take_seqs (self, listing->seqs, listing->first_page);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMS]);
    }
  else
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
reload (CvnRecordList *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  if (store == NULL || self->query == NULL)
    return;
  self->listing = g_cancellable_new ();
  request = g_new0 (Request, 1);
  *request = (Request){ cvn_query_copy (self->query), self->seqs->len == 0, cvn_interface_language () };
  cvn_store_read_async (store, read_listing, request, (GDestroyNotify) request_free,
                        (GDestroyNotify) listing_free, self->listing, listed_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
does_matter (const CvnKind    *kind,
             const CvnKindSet *changed)
{
  CvnKindSet shown = { 0 };

  cvn_kind_set_add (&shown, kind);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].refers_to != NULL)
      cvn_kind_set_add (&shown, cvn_kind_find (kind->fields[i].refers_to));
  return cvn_kind_set_meets (&shown, changed);
}

static void
centre_changed_cb (CvnRecordList    *self,
                   const CvnKindSet *kinds,
                   GStrv             ids)
{
  if (self->query != NULL && does_matter (cvn_query_get_kind (self->query), kinds))
    reload (self);
}

static void
cvn_record_list_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CvnRecordList *self = CVN_RECORD_LIST (object);

  switch ((CvnRecordListProperty) id)
    {
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->listing != NULL);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->seqs->len);
      break;
    case PROP_SUMS:
      g_value_set_boxed (value, self->sums);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_record_list_dispose (GObject *object)
{
  CvnRecordList *self = CVN_RECORD_LIST (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  forget_pages (self);
  g_hash_table_remove_all (self->kept);
  g_clear_object (&self->centre);

  G_OBJECT_CLASS (cvn_record_list_parent_class)->dispose (object);
}

static void
cvn_record_list_finalize (GObject *object)
{
  CvnRecordList *self = CVN_RECORD_LIST (object);

  g_clear_pointer (&self->query, cvn_query_free);
  g_clear_pointer (&self->sums, cvn_table_unref);
  g_array_unref (self->seqs);
  g_hash_table_unref (self->pages);
  g_queue_free (self->used);
  g_queue_free (self->wanted);
  g_hash_table_unref (self->kept);

  G_OBJECT_CLASS (cvn_record_list_parent_class)->finalize (object);
}

static void
cvn_record_list_class_init (CvnRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_record_list_get_property;
  object_class->dispose = cvn_record_list_dispose;
  object_class->finalize = cvn_record_list_finalize;

  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, CVN_TYPE_QUERY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMS] = g_param_spec_boxed ("sums", NULL, NULL, CVN_TYPE_TABLE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ROWS_READ] = g_signal_new ("rows-read", CVN_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", CVN_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_record_list_init (CvnRecordList *self)
{
  self->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->used = g_queue_new ();
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->wanted = g_queue_new ();
}

/** cvn_record_list_new: (transfer full): a list of the records of @centre, empty until it gets a query. Main thread. */
CvnRecordList *
cvn_record_list_new (CvnCentre *centre)
{
  CvnRecordList *self = g_object_new (CVN_TYPE_RECORD_LIST, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "changed", G_CALLBACK (centre_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::open", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_record_list_get_query: what is listed, owned by the list, or NULL. */
const CvnQuery *
cvn_record_list_get_query (CvnRecordList *self)
{
  return self->query;
}

/** cvn_record_list_set_query: lists what @query, copied, finds; the old rows stay until the new ones are known. */
void
cvn_record_list_set_query (CvnRecordList  *self,
                           const CvnQuery *query)
{
  gboolean other_kind = self->query != NULL && cvn_query_get_kind (self->query) != cvn_query_get_kind (query);

  if (other_kind)
    {
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

      take_seqs (self, none, NULL);
    }
  g_clear_pointer (&self->query, cvn_query_free);
  self->query = cvn_query_copy (query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  reload (self);
}

/** cvn_record_list_is_loading: whether the places are still being looked up. */
gboolean
cvn_record_list_is_loading (CvnRecordList *self)
{
  return self->listing != NULL;
}

/** cvn_record_list_get_sums: the totals of the SUM fields over all rows, owned by the list; NULL until known. */
CvnTable *
cvn_record_list_get_sums (CvnRecordList *self)
{
  return self->sums;
}

/** cvn_record_list_find_seq: the position of the record stored at @seq. */
gboolean
cvn_record_list_find_seq (CvnRecordList *self,
                          gint64         seq,
                          guint         *position)
{
  for (guint i = 0; i < self->seqs->len; i++)
    if (g_array_index (self->seqs, gint64, i) == seq)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
