/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-session-dialog"

#include "cvn-session-dialog.h"

#include "cvn-kind-check.h"
#include "cvn-programme-operations.h"

#include <glib/gi18n-lib.h>

struct _CvnSessionDialog
{
  CvnOperationDialog parent_instance;

  CvnBoardCard *card;
  char         *session; /* id of the one that is mended; NULL for a new one */
};

G_DEFINE_FINAL_TYPE (CvnSessionDialog, cvn_session_dialog, CVN_TYPE_OPERATION_DIALOG)

static gboolean
read_number (CvnOperationDialog *dialog,
             CvnRecord          *session,
             const char         *field,
             GError            **error)
{
  const char *text = cvn_operation_dialog_get_text (dialog, field);
  guint64     number;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, 100000, &number, NULL))
    return cvn_check_fail (error, field, _("Fill in a whole number."));
  cvn_record_set_integer (session, field, (gint64) number);
  return TRUE;
}

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnSessionDialog *self = CVN_SESSION_DIALOG (dialog);
  g_autofree char  *date = cvn_operation_dialog_dup_day (dialog, "date", error);
  g_autoptr (CvnRecord) session = cvn_record_new (cvn_kind_find ("delivery_session"));
  CvnOperation *operation;

  if (date == NULL || !read_number (dialog, session, "minutes", error) || !read_number (dialog, session, "participants", error))
    return NULL;
  cvn_record_set_text (session, "booking", cvn_board_card_get_id (self->card));
  cvn_record_set_text (session, "date", date);
  cvn_record_set_text (session, "trainer", cvn_operation_dialog_get_text (dialog, "trainer"));
  cvn_record_set_id (session, self->session);
  operation = self->session != NULL ? cvn_edit_session_new (session) : cvn_add_session_new (session);
  cvn_operation_set_subject (operation, cvn_board_card_get_name (self->card));
  return operation;
}

static void
cvn_session_dialog_dispose (GObject *object)
{
  g_clear_object (&CVN_SESSION_DIALOG (object)->card);
  G_OBJECT_CLASS (cvn_session_dialog_parent_class)->dispose (object);
}

static void
cvn_session_dialog_finalize (GObject *object)
{
  g_free (CVN_SESSION_DIALOG (object)->session);
  G_OBJECT_CLASS (cvn_session_dialog_parent_class)->finalize (object);
}

static void
cvn_session_dialog_class_init (CvnSessionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_session_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_session_dialog_finalize;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
}

static void
cvn_session_dialog_init (CvnSessionDialog *self)
{
}

static char *
dup_number (CvnTable   *table,
            guint       row,
            const char *column,
            gint64      usual)
{
  gint64 number = table != NULL ? cvn_table_get_integer (table, row, column) : usual;

  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/**
 * cvn_session_dialog_new:
 * @card: of the booking
 * @table: (nullable): the figure booking-sessions, for the session of its @row to be mended; NULL for a new session
 */
GtkWidget *
cvn_session_dialog_new (GtkWidget    *from,
                        CvnCentre    *centre,
                        CvnBoardCard *card,
                        CvnTable     *table,
                        guint         row)
{
  CvnSessionDialog    *self = g_object_new (CVN_TYPE_SESSION_DIALOG, NULL);
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  g_autofree char     *heading = g_markup_escape_text (cvn_board_card_get_name (card), -1);
  g_autofree char     *left = cvn_board_card_dup_warning (card);
  g_autofree char     *minutes = dup_number (table, row, "amount", 120);
  g_autofree char     *participants = dup_number (table, row, "participants", 0);
  AdwPreferencesGroup *group = cvn_operation_dialog_add_group (dialog, heading, left);

  self->card = g_object_ref (card);
  self->session = table != NULL ? g_strdup (cvn_table_get_text (table, row, "id")) : NULL;
  cvn_operation_dialog_add_day (dialog, group, "date", _("Date"), table != NULL ? cvn_table_get_text (table, row, "date") : cvn_centre_get_today (centre));
  cvn_operation_dialog_add_entry (dialog, group, "minutes", _("Minutes"), minutes);
  cvn_operation_dialog_add_entry (dialog, group, "trainer", _("Trainer"), table != NULL ? cvn_table_get_text (table, row, "trainer") : NULL);
  cvn_operation_dialog_add_entry (dialog, group, "participants", _("Participants"), participants);
  if (table != NULL)
    cvn_operation_dialog_set_up (dialog, from, centre, _("Session"), _("_Save"), _("The session was mended"));
  else
    cvn_operation_dialog_set_up (dialog, from, centre, _("Add Session"), _("_Add"), _("The session was added"));
  return GTK_WIDGET (self);
}
