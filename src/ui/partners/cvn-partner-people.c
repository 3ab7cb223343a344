/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-people"

#include "cvn-partner-people.h"

#include "cvn-partner-fill.h"
#include "cvn-partner-item.h"
#include "cvn-record.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

static void
add_part (GString    *text,
          const char *part,
          const char *joint)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, joint);
  g_string_append (text, part);
}

static GtkWidget *
make_person_mark (const char *sentence)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("avatar-default-symbolic");

  cvn_tooltip_set (mark, sentence);
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  return mark;
}

/** cvn_partner_people_add_contact: a row for @contact: what is about a person is marked, and says until when it is kept. */
void
cvn_partner_people_add_contact (CvnPartnerBox *box,
                                CvnRecord     *contact)
{
  gboolean         personal = cvn_record_has (contact, "name") || cvn_record_has (contact, "email") || cvn_record_has (contact, "phone");
  g_autofree char *until = cvn_partner_fill_date (cvn_record_get_text (contact, "delete_after"));
  g_autofree char *kept = *until != '\0' ? g_strdup_printf (_("Delete after %s"), until) : NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);
  CvnPartnerLine line = { .title = cvn_record_get_text (contact, "role"), .kind = "contact", .id = cvn_record_get_id (contact) };
  GtkWidget     *row;

  add_part (subtitle, cvn_record_get_text (contact, "name"), " · ");
  add_part (subtitle, cvn_record_get_text (contact, "email"), " · ");
  add_part (subtitle, cvn_record_get_text (contact, "phone"), " · ");
  add_part (subtitle, kept, "\n");
  line.subtitle = subtitle->str;
  row = cvn_partner_box_add_line (box, &line);
  if (personal)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_person_mark (_("About a person: keep no more than is needed")));
}

typedef struct
{
  CvnPartner *partner;
  CvnRecord  *interaction;
} Done;

static void
done_free (gpointer  data,
           GClosure *closure)
{
  Done *done = data;

  g_object_unref (done->partner);
  g_object_unref (done->interaction);
  g_free (done);
}

static void
done_toggled_cb (GtkCheckButton *button,
                 gpointer        data)
{
  const Done *done = data;

  cvn_partner_set_done (done->partner, done->interaction, gtk_check_button_get_active (button));
}

/* What has to be followed up can be marked as done where it stands. */
static GtkWidget *
make_done_button (CvnPartner *partner,
                  CvnRecord  *interaction)
{
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "label", _("Done"), "valign", GTK_ALIGN_CENTER,
                                    "active", cvn_record_get_integer (interaction, "done") == 1, NULL);
  Done      *done = g_new0 (Done, 1);

  done->partner = g_object_ref (partner);
  done->interaction = g_object_ref (interaction);
  g_signal_connect_data (button, "toggled", G_CALLBACK (done_toggled_cb), done, done_free, 0);
  return button;
}

/** cvn_partner_people_add_interaction: a row for @interaction, with what is left to do. */
void
cvn_partner_people_add_interaction (CvnPartnerBox *box,
                                    CvnPartner    *partner,
                                    CvnRecord     *interaction)
{
  g_autofree char *date = cvn_partner_fill_date (cvn_record_get_text (interaction, "date"));
  g_autofree char *follow_up = cvn_partner_fill_date (cvn_record_get_text (interaction, "follow_up"));
  g_autofree char *next = *follow_up != '\0' ? g_strdup_printf (_("Follow up on %s"), follow_up) : NULL;
  g_autoptr (GString) subtitle = g_string_new (date);
  CvnPartnerLine line = { .title = cvn_record_get_text (interaction, "subject"), .kind = "interaction", .id = cvn_record_get_id (interaction) };
  GtkWidget     *row;

  add_part (subtitle, cvn_partner_choice_label ("interaction", "kind", cvn_record_get_text (interaction, "kind")), " · ");
  add_part (subtitle, next, "\n");
  line.subtitle = subtitle->str;
  row = cvn_partner_box_add_line (box, &line);
  if (next != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_done_button (partner, interaction));
}
