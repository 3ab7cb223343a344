/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-counts"

#include "cvn-kind-counts.h"

#include "cvn-store.h"

static gpointer
read_counts (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  g_autoptr (GArray) counts = g_array_sized_new (FALSE, TRUE, sizeof (gint64), n_kinds);

  g_array_set_size (counts, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (CvnQuery) query = cvn_query_new (kinds[i]);
      gint64 count = cvn_reader_count (reader, query, error);

      if (count < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_array_index (counts, gint64, cvn_kind_get_index (kinds[i])) = count;
    }
  return g_steal_pointer (&counts);
}

/** cvn_kind_counts_read_async: counts the records of each kind, on a reader thread. The centre must be open. */
void
cvn_kind_counts_read_async (CvnCentre          *centre,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  cvn_store_read_async (cvn_centre_get_store (centre), read_counts, NULL, NULL, (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/** cvn_kind_counts_read_finish: (transfer full) (element-type gint64): the counts. */
GArray *
cvn_kind_counts_read_finish (GAsyncResult *result,
                             GError      **error)
{
  g_autoptr (CvnStore) store = CVN_STORE (g_async_result_get_source_object (result));

  return cvn_store_read_finish (store, result, error);
}
