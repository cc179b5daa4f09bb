# features: Inputs and the last features of tree, with their names
#
# Draw it again:   gnuplot features.gp
# As PNG or PDF:   gnuplot -e "format='png'" features.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'features.' . format
if (format eq 'svg') set terminal svg size 1100,520 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,1040 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,5.42in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.1
set rmargin at screen 0.32727272727272727
set bmargin at screen 0.28846153846153844
set tmargin at screen 0.9134615384615384
set border 15 linecolor '#404040'
set title 'Labels' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#ffffff', 1 '#0072b2')
set cbrange [0:1]
unset colorbox
plot 'features-inputs.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.42727272727272725
set rmargin at screen 0.9136363636363636
set bmargin at screen 0.28846153846153844
set tmargin at screen 0.9134615384615384
set border 15 linecolor '#404040'
set title 'The last 10 features' offset 0,-0.3
set xrange [-0.5:9.5]
set xtics out scale 0 nomirror rotate by 90 right ('feature-9991' 0, 'feature-9992' 1, 'feature-9993' 2, 'feature-9994' 3, 'feature-9995' 4, 'feature-9996' 5, 'feature-9997' 6, 'feature-9998' 7, 'feature-9999' 8, 'feature-10000' 9)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
set cbrange [-1:1]
set colorbox user origin screen 0.925,0.28846153846153844 size screen 0.015,0.625
set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
plot 'features.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
