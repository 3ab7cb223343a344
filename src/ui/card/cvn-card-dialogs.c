/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-dialogs"

#include "cvn-card-dialogs.h"

#include "cvn-direction-operations.h"

#include <glib/gi18n-lib.h>

struct _CvnCardDialog
{
  CvnOperationDialog parent_instance;

  CvnCardBook *book;
  gboolean     signs;
  gboolean     asks_project;
};

G_DEFINE_FINAL_TYPE (CvnCardDialog, cvn_card_dialog, CVN_TYPE_OPERATION_DIALOG)

/* That the shown card is about; without a card the one of the centre. */
static guint
find_project (CvnCardBook *book)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (book);
  GPtrArray          *projects = cvn_card_book_get_projects (book);

  const char *wanted = sheet != NULL ? cvn_record_get_text (sheet->card, "project") : cvn_card_book_get_own_project (book);

  for (guint i = 0; projects != NULL && i < projects->len; i++)
    if (g_strcmp0 (cvn_record_get_id (projects->pdata[i]), wanted) == 0)
      return i;
  return 0;
}

/* The chosen one of several, else that of the shown card. */
static const char *
get_project (CvnCardDialog *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  GPtrArray          *projects = cvn_card_book_get_projects (self->book);

  if (self->asks_project && projects != NULL)
    {
      guint place = cvn_operation_dialog_get_choice (CVN_OPERATION_DIALOG (self), "project");

      return place < projects->len ? cvn_record_get_id (projects->pdata[place]) : NULL;
    }
  return sheet != NULL ? cvn_record_get_text (sheet->card, "project") : cvn_card_book_get_own_project (self->book);
}

static void
add_projects (CvnCardDialog       *self,
              AdwPreferencesGroup *group)
{
  GPtrArray *projects = cvn_card_book_get_projects (self->book);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row;

  if (projects == NULL || projects->len < 2)
    return;
  for (guint i = 0; i < projects->len; i++)
    gtk_string_list_append (words, cvn_card_sheet_pick (projects->pdata[i], "name", cvn_interface_language (), NULL));
  self->asks_project = TRUE;
  row = cvn_operation_dialog_add_choice (CVN_OPERATION_DIALOG (self), group, "project", _("Project"), words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_project (self->book));
}

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnCardDialog      *self = CVN_CARD_DIALOG (dialog);
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self->book);
  const char         *today = cvn_centre_get_today (cvn_card_book_get_centre (self->book));
  const char         *half_year = NULL;
  CvnOperation       *operation;

  if (self->signs)
    operation = cvn_sign_off_new (cvn_record_get_id (sheet->card), cvn_operation_dialog_get_text (dialog, "signed_by"), today);
  else
    {
      half_year = cvn_operation_dialog_get_text (dialog, "half_year");
      operation = cvn_new_card_new (get_project (self), half_year != NULL ? half_year : "", today);
    }
  cvn_operation_set_subject (operation, self->signs ? cvn_record_get_text (sheet->card, "half_year") : half_year);
  return operation;
}

static void
cvn_card_dialog_dispose (GObject *object)
{
  g_clear_object (&CVN_CARD_DIALOG (object)->book);
  G_OBJECT_CLASS (cvn_card_dialog_parent_class)->dispose (object);
}

static void
cvn_card_dialog_class_init (CvnCardDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_card_dialog_dispose;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
}

static void
cvn_card_dialog_init (CvnCardDialog *self)
{
}

static CvnCardDialog *
dialog_new (CvnCardBook *book,
            gboolean     signs)
{
  CvnCardDialog *self = g_object_new (CVN_TYPE_CARD_DIALOG, NULL);

  self->book = g_object_ref (book);
  self->signs = signs;
  return self;
}

/** cvn_card_dialog_new_card: (transfer none): asks for the half-year of a new card; not shown yet. */
CvnCardDialog *
cvn_card_dialog_new_card (GtkWidget   *from,
                          CvnCardBook *book)
{
  CvnCardDialog       *self = dialog_new (book, FALSE);
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  g_autofree char     *half_year = cvn_card_book_dup_next_half_year (book);
  AdwPreferencesGroup *group;

  cvn_operation_dialog_set_up (dialog, from, cvn_card_book_get_centre (book), _("New Project Card"), _("_Make Card"), _("The card was made"));
  group = cvn_operation_dialog_add_group (dialog, NULL, _("It takes over the open steps, the milestones that have not been achieved and the live risks, and from the last card what hardly changes."));
  add_projects (self, group);
  cvn_operation_dialog_add_entry (dialog, group, "half_year", _("Half-year"), half_year);
  cvn_operation_dialog_refresh (dialog);
  return self;
}

/** cvn_card_dialog_sign_off: (transfer none): asks who signs the chosen card off; not shown yet. */
CvnCardDialog *
cvn_card_dialog_sign_off (GtkWidget   *from,
                          CvnCardBook *book)
{
  CvnCardDialog       *self = dialog_new (book, TRUE);
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  AdwPreferencesGroup *group;

  cvn_operation_dialog_set_up (dialog, from, cvn_card_book_get_centre (book), _("Sign Off"), _("_Sign Off"), _("The card was signed off"));
  cvn_operation_dialog_set_final (dialog);
  group = cvn_operation_dialog_add_group (dialog, NULL, _("The card keeps its words and figures as they are now. This cannot be undone; a correction is a new edition."));
  cvn_operation_dialog_add_entry (dialog, group, "signed_by", _("Signed off by, a role or a body"), NULL);
  cvn_operation_dialog_refresh (dialog);
  return self;
}
