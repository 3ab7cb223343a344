/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "kill-sender"

#include "cvn-operations.h"
#include "cvn-store.h"

#include <stdio.h>

/*
 * A process made to be ended: kill-sender FILE ORGANISATION makes one invoice after another for new packages of ORGANISATION,
 * sends it, and says "sent" after each.
 */

static gboolean
put_record (CvnWriter    *writer,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return cvn_writer_put (writer, data, error);
}

static gboolean
send_one (CvnStore   *store,
          const char *organisation,
          GError    **error)
{
  g_autoptr (CvnRecord) package = cvn_record_new (cvn_kind_find ("partner_package"));
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));
  g_autoptr (CvnOperation) make = NULL;
  g_autoptr (CvnOperation) send = NULL;
  const char *sources[] = { NULL, NULL };

  cvn_record_set_text (package, "organisation", organisation);
  cvn_record_set_text (package, "package", "basis");
  cvn_record_set_integer (package, "year", 2019);
  cvn_record_set_integer (package, "price", 25000);
  cvn_record_set_text (package, "vat_category", "taxed");
  if (cvn_store_write (store, CVN_ACTION_ADD, NULL, NULL, put_record, package, error) == 0)
    return FALSE;
  sources[0] = cvn_record_get_id (package);
  cvn_record_set_text (invoice, "date", "2019-11-01");
  make = cvn_make_invoice_new (invoice, "partner_package", sources);
  send = cvn_send_invoice_new (cvn_operation_get_id (make), "2019-11-01");
  return cvn_operation_run (make, store, error) != 0 && cvn_operation_run (send, store, error) != 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = cvn_store_open (argv[1], 0, "sender", &error);

  while (store != NULL && send_one (store, argv[2], &error))
    {
      printf ("sent\n");
      fflush (stdout);
    }
  printf ("error %s\n", error->message);
  return 1;
}
