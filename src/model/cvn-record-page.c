/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-record-page"

#include "cvn-record-page.h"

#include "cvn-error.h"
#include "cvn-record.h"
#include "cvn-store.h"

typedef struct
{
  const CvnKind *kind;
  GArray        *seqs;
  char          *id; /* of the one record to read instead, or NULL */
  CvnLanguage    language;
} Request;

static void
request_free (Request *request)
{
  g_clear_pointer (&request->seqs, g_array_unref);
  g_free (request->id);
  g_free (request);
}

/** cvn_record_page_free: frees the page. */
void
cvn_record_page_free (CvnRecordPage *page)
{
  g_clear_pointer (&page->records, g_ptr_array_unref);
  g_clear_pointer (&page->titles, g_ptr_array_unref);
  g_clear_pointer (&page->fields, g_ptr_array_unref);
  g_free (page);
}

static void
unref_record (CvnRecord *record)
{
  g_clear_object (&record);
}

static char **
read_titles (CvnReader  *reader,
             CvnRecord  *record,
             CvnLanguage language)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  char         **titles = g_new0 (char *, kind->n_fields + 1);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnField *field = &kind->fields[i];
      const char     *id = cvn_record_get_value (record, i)->text;
      char           *title = NULL;

      if (field->type == CVN_FIELD_REFERENCE && id != NULL)
        title = cvn_reader_dup_title (reader, cvn_kind_find (field->refers_to), id, language);
      else if (field->named_by != NULL && id != NULL)
        title = cvn_reader_dup_words (reader, field, cvn_record_get_value (record, i), language);
      titles[i] = title != NULL ? title : g_strdup ("");
    }
  return titles;
}

/* A record that is gone is an answer, not an error. */
static GPtrArray *
read_one (CvnReader *reader,
          Request   *request,
          GError   **error)
{
  g_autoptr (GError) local = NULL;
  CvnRecord *record = cvn_reader_get (reader, request->kind, request->id, &local);
  GPtrArray *records;

  if (record == NULL && local != NULL && !g_error_matches (local, CVN_ERROR, CVN_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) unref_record);
  g_ptr_array_add (records, record);
  return records;
}

/* Takes @records. */
static CvnRecordPage *
add_words (CvnReader  *reader,
           GPtrArray  *records,
           CvnLanguage language)
{
  CvnRecordPage *page = g_new0 (CvnRecordPage, 1);

  page->records = records;
  page->titles = g_ptr_array_new_with_free_func (g_free);
  page->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < page->records->len; i++)
    {
      CvnRecord *record = g_ptr_array_index (page->records, i);

      g_ptr_array_add (page->titles, record != NULL ? cvn_reader_dup_record_title (reader, record, language) : NULL);
      g_ptr_array_add (page->fields, record != NULL ? read_titles (reader, record, language) : NULL);
    }
  return page;
}

/** cvn_record_page_read: (transfer full): the records at these places, with the words for their references. A reader's thread. */
CvnRecordPage *
cvn_record_page_read (CvnReader     *reader,
                      const CvnKind *kind,
                      const gint64  *seqs,
                      guint          n,
                      CvnLanguage    language,
                      GError       **error)
{
  GPtrArray *records = cvn_reader_get_rows (reader, kind, seqs, n, error);

  return records != NULL ? add_words (reader, records, language) : NULL;
}

static gpointer
read_page (CvnReader    *reader,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Request   *request = data;
  GPtrArray *records;

  if (request->id == NULL)
    return cvn_record_page_read (reader, request->kind, (const gint64 *) (gpointer) request->seqs->data, request->seqs->len, request->language, error);
  records = read_one (reader, request, error);
  return records != NULL ? add_words (reader, records, request->language) : NULL;
}

/**
 * cvn_record_page_read_async:
 * @seqs: the places to read, copied
 *
 * Reads the records at these places, with the words for their references, on a reader thread.
 */
void
cvn_record_page_read_async (CvnCentre          *centre,
                            const CvnKind      *kind,
                            const gint64       *seqs,
                            guint               n,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Request *request = g_new0 (Request, 1);

  request->kind = kind;
  request->language = cvn_interface_language ();
  request->seqs = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (request->seqs, seqs, n);
  cvn_store_read_async (cvn_centre_get_store (centre), read_page, request, (GDestroyNotify) request_free,
                        (GDestroyNotify) cvn_record_page_free, cancellable, callback, user_data);
}

/** cvn_record_page_read_one_async: reads the one record called @id; its place in the page is NULL when it is gone. */
void
cvn_record_page_read_one_async (CvnCentre          *centre,
                                const CvnKind      *kind,
                                const char         *id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Request *request = g_new0 (Request, 1);

  request->kind = kind;
  request->id = g_strdup (id);
  request->language = cvn_interface_language ();
  cvn_store_read_async (cvn_centre_get_store (centre), read_page, request, (GDestroyNotify) request_free,
                        (GDestroyNotify) cvn_record_page_free, cancellable, callback, user_data);
}

/** cvn_record_page_read_finish: (transfer full): what was read; records are NULL where one is gone. */
CvnRecordPage *
cvn_record_page_read_finish (CvnCentre    *centre,
                             GAsyncResult *result,
                             GError      **error)
{
  /* Not the store that the centre has now: another file may have been opened while this one was read. */
  g_autoptr (CvnStore) store = CVN_STORE (g_async_result_get_source_object (result));

  return cvn_store_read_finish (store, result, error);
}
