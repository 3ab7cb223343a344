/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-shown-dialog"

#include "cvn-shown-dialog.h"

#include "cvn-change-words.h"
#include "cvn-programme-operations.h"

#include <glib/gi18n-lib.h>

struct _CvnShownDialog
{
  CvnOperationDialog parent_instance;

  CvnTable  *benefits; /* the figure open-benefits */
  char      *event;
  GPtrArray *publications; /* ids, in the order of the choice after the event itself */
};

G_DEFINE_FINAL_TYPE (CvnShownDialog, cvn_shown_dialog, CVN_TYPE_OPERATION_DIALOG)

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnShownDialog  *self = CVN_SHOWN_DIALOG (dialog);
  guint            benefit = cvn_operation_dialog_get_choice (dialog, "benefit");
  guint            place = cvn_operation_dialog_get_choice (dialog, "event");
  g_autofree char *day = cvn_operation_dialog_dup_day (dialog, "delivered_on", error);
  const char      *publication = place > 0 && place <= self->publications->len ? self->publications->pdata[place - 1] : NULL;
  CvnOperation    *operation;

  if (day == NULL)
    return NULL;
  operation = cvn_deliver_benefit_new (cvn_table_get_text (self->benefits, benefit, "id"), day, cvn_operation_dialog_get_text (dialog, "item"),
                                       publication == NULL ? self->event : NULL, publication);
  cvn_operation_set_subject (operation, cvn_table_words_get_label (self->benefits, benefit));
  return operation;
}

static void
cvn_shown_dialog_finalize (GObject *object)
{
  CvnShownDialog *self = CVN_SHOWN_DIALOG (object);

  g_clear_pointer (&self->benefits, cvn_table_unref);
  g_free (self->event);
  g_ptr_array_unref (self->publications);
  G_OBJECT_CLASS (cvn_shown_dialog_parent_class)->finalize (object);
}

static void
cvn_shown_dialog_class_init (CvnShownDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_shown_dialog_finalize;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
}

static void
cvn_shown_dialog_init (CvnShownDialog *self)
{
  self->publications = g_ptr_array_new_with_free_func (g_free);
}

/* “Partner: benefit” for each that is still to be given. */
static GtkStringList *
list_benefits (CvnTable *table)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  const char    *column = cvn_interface_language () == CVN_LANGUAGE_EN ? "title_en" : "title";

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    /* Translators: a partner, and what it was promised */
    gtk_string_list_take (words, g_strdup_printf (_("%1$s: %2$s"), cvn_table_words_get_label (table, row), cvn_table_get_text (table, row, column)));
  return words;
}

/* The event itself, and the channels in which it is published. */
static GtkStringList *
list_places (CvnShownDialog *self,
             CvnEventSheet  *sheet)
{
  CvnTable      *channels = cvn_event_sheet_get_table (sheet, "publication-channels");
  const char    *column = cvn_interface_language () == CVN_LANGUAGE_NL ? "name_nl" : "name_en";
  const char    *other = cvn_interface_language () == CVN_LANGUAGE_NL ? "name_en" : "name_nl";
  GtkStringList *words = gtk_string_list_new ((const char *const[]){ _("The event itself"), NULL });

  for (guint row = 0; row < cvn_table_get_n_rows (channels); row++)
    {
      CvnRecord  *publication = cvn_event_sheet_find_publication (sheet, cvn_table_get_text (channels, row, "id"));
      const char *name = cvn_table_get_text (channels, row, column);

      if (publication == NULL)
        continue;
      gtk_string_list_append (words, name != NULL ? name : cvn_table_get_text (channels, row, other));
      g_ptr_array_add (self->publications, g_strdup (cvn_record_get_id (publication)));
    }
  return words;
}

/** cvn_shown_dialog_new: about the event of @sheet and what is to be given of @benefits, which has rows. */
GtkWidget *
cvn_shown_dialog_new (GtkWidget     *from,
                      CvnEventSheet *sheet,
                      CvnTable      *benefits)
{
  CvnShownDialog     *self = g_object_new (CVN_TYPE_SHOWN_DIALOG, NULL);
  CvnOperationDialog *dialog = CVN_OPERATION_DIALOG (self);
  g_autoptr (GtkStringList) words = list_benefits (benefits);
  g_autoptr (GtkStringList) places = list_places (self, sheet);
  g_autofree char     *title = g_markup_escape_text (cvn_event_sheet_get_title (sheet), -1);
  AdwPreferencesGroup *group = cvn_operation_dialog_add_group (dialog, title, _("The event becomes the proof that the partner got what it was promised."));
  CvnCentre           *centre = cvn_event_sheet_get_centre (sheet);
  g_autofree char     *day = g_strndup (cvn_record_get_text (cvn_event_sheet_get_record (sheet), "starts"), 10);

  self->benefits = cvn_table_ref (benefits);
  self->event = g_strdup (cvn_event_sheet_get_id (sheet));
  cvn_operation_dialog_add_choice (dialog, group, "benefit", _("Partner and benefit"), words);
  cvn_operation_dialog_add_choice (dialog, group, "event", _("Shown at or in"), places);
  cvn_operation_dialog_add_day (dialog, group, "delivered_on", _("Day"), day);
  cvn_operation_dialog_add_entry (dialog, group, "item", _("In which way"), NULL);
  cvn_operation_dialog_set_up (dialog, from, centre, _("Partner Shown"), _("_Save"), _("The benefit was written down"));
  return GTK_WIDGET (self);
}
