/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-offer-button"

#include "cvn-card-offer-button.h"

#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

struct _CvnCardOfferButton
{
  AdwBin parent_instance;

  CvnCardBook   *book;
  char          *question; /* of the section, or NULL */
  CvnLanguage    language;
  GtkMenuButton *button;
  GtkWidget     *list; /* NULL before it was opened */
};

G_DEFINE_FINAL_TYPE (CvnCardOfferButton, cvn_card_offer_button, ADW_TYPE_BIN)

static gboolean
is_offered (CvnCardOfferButton *self,
            const CvnCardOffer *offer)
{
  return g_strcmp0 (offer->question, self->question) == 0;
}

static GtkWidget *
make_offer (CvnCardOfferButton *self,
            const CvnCardOffer *offer,
            guint               place)
{
  GtkWidget *button = gtk_button_new_with_label (cvn_interface_language () == CVN_LANGUAGE_NL ? offer->title_nl : offer->title_en);

  gtk_widget_add_css_class (button, "flat");
  cvn_tooltip_set (button, self->language == CVN_LANGUAGE_NL ? offer->text_nl : offer->text_en);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card-section.insert");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", place);
  return button;
}

static void
fill_list (CvnCardOfferButton *self)
{
  GPtrArray *offers = cvn_card_book_get_offers (self->book);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    if (is_offered (self, offers->pdata[i]))
      gtk_box_append (GTK_BOX (self->list), make_offer (self, offers->pdata[i], i));
}

/* A card has a dozen lists, and at every change of the book hardly one of them is looked at. */
static void
open_cb (GtkMenuButton *button,
         gpointer       data)
{
  CvnCardOfferButton *self = data;

  if (self->list == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_popover_set_child (GTK_POPOVER (popover), self->list);
      gtk_menu_button_set_popover (button, popover);
    }
  fill_list (self);
}

static void
cvn_card_offer_button_dispose (GObject *object)
{
  CvnCardOfferButton *self = CVN_CARD_OFFER_BUTTON (object);

  self->list = NULL;
  g_clear_object (&self->book);
  G_OBJECT_CLASS (cvn_card_offer_button_parent_class)->dispose (object);
}

static void
cvn_card_offer_button_finalize (GObject *object)
{
  g_free (CVN_CARD_OFFER_BUTTON (object)->question);
  G_OBJECT_CLASS (cvn_card_offer_button_parent_class)->finalize (object);
}

static void
cvn_card_offer_button_class_init (CvnCardOfferButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_card_offer_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_card_offer_button_finalize;
}

static void
cvn_card_offer_button_init (CvnCardOfferButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("Insert"));
  gtk_menu_button_set_create_popup_func (self->button, open_cb, self, NULL);
  cvn_tooltip_set (self->button, _("Put in what the data knows already"));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/** cvn_card_offer_button_new: with what is offered for the chosen card of @book; shows nothing before it is updated. */
GtkWidget *
cvn_card_offer_button_new (CvnCardBook *book)
{
  CvnCardOfferButton *self = g_object_new (CVN_TYPE_CARD_OFFER_BUTTON, "visible", FALSE, NULL);

  self->book = g_object_ref (book);
  return GTK_WIDGET (self);
}

/** cvn_card_offer_button_update: offers what the book has now for @section; it is seen only if there is something to put in. */
void
cvn_card_offer_button_update (CvnCardOfferButton *self,
                              CvnRecord          *section,
                              CvnLanguage         language,
                              gboolean            can_edit)
{
  GPtrArray *offers = cvn_card_book_get_offers (self->book);
  gboolean   any = FALSE;

  g_free (self->question);
  self->question = g_strdup (cvn_record_get_text (section, "question"));
  self->language = language;
  for (guint i = 0; offers != NULL && !any && i < offers->len; i++)
    any = is_offered (self, offers->pdata[i]);
  /* An open list is of the book as it is now: its buttons know their offers by place. */
  if (self->list != NULL && gtk_widget_get_mapped (self->list))
    fill_list (self);
  gtk_widget_set_visible (GTK_WIDGET (self), any && can_edit);
}

/** cvn_card_offer_button_popdown: closes the list, as one of it was chosen. */
void
cvn_card_offer_button_popdown (CvnCardOfferButton *self)
{
  gtk_menu_button_popdown (self->button);
}
