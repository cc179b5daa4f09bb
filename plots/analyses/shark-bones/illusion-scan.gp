# illusion-scan: Area on the wrong side (distance × time) of each prediction of shark-bones
#
# Draw it again:   gnuplot illusion-scan.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion-scan.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" illusion-scan.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'illusion-scan.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1200,416 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2400,832 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 12.5in,4.33in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,274 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1096 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,2.85in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09167
if (medium eq 'web') set rmargin at screen 0.85
if (medium eq 'web') set bmargin at screen 0.40865
if (medium eq 'web') set tmargin at screen 0.89183
if (medium eq 'slides') set lmargin at screen 0.09314
if (medium eq 'slides') set rmargin at screen 0.78687
if (medium eq 'slides') set bmargin at screen 0.28715
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.65945
if (medium eq 'paper') set bmargin at screen 0.33561
if (medium eq 'paper') set tmargin at screen 0.85207
set border 15 linecolor '#404040'
if (medium eq 'web') set title 'Area on the wrong side (distance × time) of each prediction' offset 0,-0.3
if (medium eq 'slides') set title 'Area on the wrong side (distance × time) of each prediction' offset 0,-0.3
if (medium eq 'web') set label 40 '10,000 features, sorted by the most affected item' at screen 0.47083,0.37079 center
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00625,0.03144 left textcolor '#707070'
if (medium eq 'slides') set label 40 '10,000 features, sorted by the most affected item' at screen 0.44001,0.25215 center
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 '10,000 features, sorted by the most' at screen 0.36371,0.29474 center
if (medium eq 'paper') set label 41 'affected item' at screen 0.41099,0.24413 center
if (medium eq 'paper') set label 10 'Area on the wrong side (distance ×' at screen 0.36832,0.9455 center
if (medium eq 'paper') set label 11 'time) of each prediction' at screen 0.36832,0.89489 center
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.03395 left textcolor '#707070'
set xrange [-0.5:9999.5]
unset xtics
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#ffffff', 1 '#0072b2')
set cbrange [0:29.3]
unset colorbox
plot 'illusion-scan-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.875
if (medium eq 'web') set rmargin at screen 0.90833
if (medium eq 'web') set bmargin at screen 0.40865
if (medium eq 'web') set tmargin at screen 0.89183
if (medium eq 'slides') set lmargin at screen 0.80937
if (medium eq 'slides') set rmargin at screen 0.87685
if (medium eq 'slides') set bmargin at screen 0.28715
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.69871
if (medium eq 'paper') set rmargin at screen 0.7851
if (medium eq 'paper') set bmargin at screen 0.33561
if (medium eq 'paper') set tmargin at screen 0.85207
set border 15 linecolor '#404040'
if (medium eq 'web') set title 'Named' offset 0,-0.3
if (medium eq 'slides') set title 'Named' offset 0,-0.3
if (medium eq 'web') set label 3 'area on the wrong side' at screen 0.97668,0.65024 center rotate by 90
if (medium eq 'slides') set label 3 'area on the wrong side' at screen 0.97937,0.59857 center rotate by 90
if (medium eq 'paper') set label 3 'area on the wrong side' at screen 0.96401,0.59384 center rotate by 90
if (medium eq 'paper') set label 10 'Named' at screen 0.7489,0.89489 center
set xrange [-0.5:0.5]
set xtics out scale 0 nomirror rotate by 90 right ('has\_bones' 0)
set yrange [7.5:-0.5]
unset ytics
unset key
if (medium eq 'web') set palette defined (0 '#ffffff', 1 '#0072b2')
if (medium eq 'web') set cbrange [0:29.3]
if (medium eq 'web') set colorbox user origin screen 0.91708,0.40865 size screen 0.01125,0.48317
if (medium eq 'web') set cbtics out nomirror 10
if (medium eq 'slides') set palette defined (0 '#ffffff', 1 '#0072b2')
if (medium eq 'slides') set cbrange [0:29.3]
if (medium eq 'slides') set colorbox user origin screen 0.88998,0.28715 size screen 0.01688,0.62285
if (medium eq 'slides') set cbtics out nomirror 5
if (medium eq 'paper') set palette defined (0 '#ffffff', 1 '#0072b2')
if (medium eq 'paper') set cbrange [0:29.3]
if (medium eq 'paper') set colorbox user origin screen 0.808,0.33561 size screen 0.02945,0.51645
if (medium eq 'paper') set cbtics out nomirror 10
plot 'illusion-scan-named.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
